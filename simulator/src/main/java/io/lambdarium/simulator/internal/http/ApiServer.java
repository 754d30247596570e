// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Faults;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.engine.Payloads;
import io.lambdarium.simulator.internal.engine.Wire;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lambda's APIs as its participants reach them: one port of the loopback interface for each environment. */
public final class ApiServer implements Wire {

    private final Map<EnvironmentId, Listener> listeners = new ConcurrentHashMap<>();
    private final ParkedCalls calls = new ParkedCalls();
    private final Inbox inbox;
    private final Payloads payloads;
    private final FaultGate faults;
    private final Apis apis;
    private final WireFormat format;

    /** One that leaves calls in the inbox, bodies with the payloads, and lets faults strike. */
    public ApiServer(Inbox inbox, Payloads payloads, Faults faults) {
        this.inbox = inbox;
        this.payloads = payloads;
        this.faults = new FaultGate(faults, inbox);
        this.apis = Apis.of(payloads);
        this.format = new WireFormat(payloads);
    }

    @Override
    public String open(EnvironmentId environment) {
        return listeners.computeIfAbsent(environment, this::listen).address();
    }

    private Listener listen(EnvironmentId environment) {
        EnvironmentInbox own = new EnvironmentInbox(inbox, environment);
        return Listener.open(new Reception(own, calls, apis, payloads, faults));
    }

    @Override
    public void disconnect(EnvironmentId environment, boolean anew) {
        listeners.computeIfPresent(environment, (same, listener) -> anew ? replace(same, listener) : keep(listener));
    }

    /** The new one listens before the old one stops, so their ports differ. */
    private Listener replace(EnvironmentId environment, Listener old) {
        Listener replacement = listen(environment);
        old.close();
        return replacement;
    }

    private static Listener keep(Listener listener) {
        listener.closeConnections();
        return listener;
    }

    @Override
    public void close(EnvironmentId environment) {
        Listener listener = listeners.remove(environment);
        if (listener != null) {
            listener.close();
        }
    }

    @Override
    public void answer(CallId call, Answer answer) {
        calls.find(call).ifPresent(parked -> parked.tell(format.of(answer)));
    }

    @Override
    public void abandon(CallId call) {
        calls.find(call).ifPresent(parked -> parked.onItsThread(parked::abandon));
    }
}
