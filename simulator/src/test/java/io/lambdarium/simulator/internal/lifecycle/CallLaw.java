// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every call is received once, ends once, is told what fits it, and until then the phase knows that it is open. */
final class CallLaw implements Law {

    private static final Map<Class<? extends Answer>, Set<Endpoint>> FITTING = Map.of(
            Answer.NextInvocation.class, Set.of(Endpoint.RUNTIME_NEXT),
            Answer.Registered.class, Set.of(Endpoint.EXTENSION_REGISTER),
            Answer.InvokeEvent.class, Set.of(Endpoint.EXTENSION_NEXT),
            Answer.ShutdownEvent.class, Set.of(Endpoint.EXTENSION_NEXT),
            Answer.Pong.class, Set.of(Endpoint.RUNTIME_PING),
            Answer.Accepted.class,
                    Set.of(
                            Endpoint.RUNTIME_RESPONSE,
                            Endpoint.RUNTIME_ERROR,
                            Endpoint.RUNTIME_INIT_ERROR,
                            Endpoint.EXTENSION_INIT_ERROR,
                            Endpoint.EXTENSION_EXIT_ERROR));

    private final Set<CallId> received = new HashSet<>();
    private final Map<CallId, Endpoint> open = new HashMap<>();

    @Override
    public void judge(Step step) {
        for (Event event : step.events()) {
            if (event instanceof CallEvent callEvent) {
                judge(callEvent);
            }
        }
        List<CallId> known = step.after().openCalls();
        Law.require(
                known.size() == open.size() && open.keySet().containsAll(known),
                () -> "the phase knows of the open calls " + known + ", but open are " + open.keySet());
    }

    private void judge(CallEvent event) {
        CallId call = event.call();
        if (event instanceof Received arrived) {
            Law.require(received.add(call), () -> call + " was received twice");
            open.put(call, arrived.endpoint());
        } else if (event instanceof Parked) {
            Law.require(open.containsKey(call), () -> call + " was parked, but is not open");
        } else if (event instanceof Answered answered) {
            Endpoint endpoint = end(call);
            Law.require(
                    fits(answered.answer(), endpoint),
                    () -> call + " of " + endpoint + " was told what does not fit it: " + answered.answer());
        } else if (event instanceof Abandoned) {
            end(call);
        } else if (event instanceof CallerGone) {
            open.remove(call);
        }
    }

    private Endpoint end(CallId call) {
        Law.require(open.containsKey(call), () -> call + " ended, but was not open");
        return open.remove(call);
    }

    private static boolean fits(Answer answer, Endpoint endpoint) {
        Set<Endpoint> fitting = FITTING.get(answer.getClass());
        return fitting == null || fitting.contains(endpoint);
    }
}
