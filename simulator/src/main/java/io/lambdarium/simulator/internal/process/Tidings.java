// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.event.EnvironmentEvent.MemoryUsed;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.OutputDropped;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.process.ground.Listener;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Says in the inbox of whom a ground tells: that knows numbers, and the engine knows participants and initializations. */
final class Tidings implements Listener {

    private record Inhabitant(Launched launched, Watch watch, Ailment ailment) {

        Participant participant() {
            return launched.participant();
        }

        int generation() {
            return launched.generation();
        }
    }

    private final EnvironmentId environment;
    private final Installation installation;
    private final Inbox inbox;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, Inhabitant> inhabitants = new ConcurrentHashMap<>();

    Tidings(EnvironmentId environment, Installation installation, Inbox inbox) {
        this.environment = environment;
        this.installation = installation;
        this.inbox = inbox;
    }

    /** The number of one more inhabitant. */
    int admit(Launched launched, Watch watch, Ailment ailment) {
        int number = count.incrementAndGet();
        inhabitants.put(number, new Inhabitant(launched, watch, ailment));
        return number;
    }

    /** Lambda names the path that it knows, wherever that is on this machine. */
    @Override
    public void launchFailed(int number, Cause cause, String reason) {
        find(number).ifPresent(who -> {
            who.watch.gone();
            Failure failure = new Failure(errorType(who.participant(), cause), installation.asInEnvironment(reason));
            String remark = cause == Cause.PROGRAM ? who.ailment.words() : "";
            inbox.put(environment, new Input.LaunchFailed(who.participant(), who.generation(), failure, remark));
        });
    }

    /** Source: lifecycle §§1.3 and 1.6. */
    private static String errorType(Participant participant, Cause cause) {
        if (!participant.equals(Participant.RUNTIME)) {
            return "Extension.LaunchError";
        }
        return cause == Cause.DIRECTORY ? "Runtime.InvalidWorkingDir" : "Runtime.InvalidEntrypoint";
    }

    @Override
    public void wrote(int number, ProcessEvent.Stream stream, String text) {
        find(number).ifPresent(who -> observe(new Wrote(who.participant(), who.generation(), stream, text)));
    }

    @Override
    public void dropped(int number, long kept) {
        find(number).ifPresent(who -> observe(new OutputDropped(who.participant(), who.generation(), kept)));
    }

    @Override
    public void exited(int number, Exit exit) {
        find(number).ifPresent(who -> {
            who.watch.gone();
            who.watch.exited(exit);
        });
    }

    /** Of a daemon nobody knows any more whose child it was; it is that of the latest runtime then. */
    @Override
    public void ranOutOfMemory(int number, boolean child, long bytes) {
        RanOutOfMemory victim = find(number)
                .map(who -> new RanOutOfMemory(who.participant(), who.generation(), child, bytes))
                .orElseGet(() -> new RanOutOfMemory(Participant.RUNTIME, latestGeneration(), true, bytes));
        inbox.put(environment, new Input.RanOutOfMemory(victim));
    }

    private int latestGeneration() {
        return inhabitants.values().stream()
                .mapToInt(Inhabitant::generation)
                .max()
                .orElse(1);
    }

    @Override
    public void used(long bytes) {
        observe(new MemoryUsed(bytes));
    }

    @Override
    public void rested(boolean frozen) {
        inbox.put(environment, new Input.Rested(frozen));
    }

    private void observe(Event event) {
        inbox.put(environment, new Input.Observed(event));
    }

    private Optional<Inhabitant> find(int number) {
        return Optional.ofNullable(inhabitants.get(number));
    }
}
