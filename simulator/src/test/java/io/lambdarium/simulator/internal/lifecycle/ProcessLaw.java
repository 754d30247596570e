// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Nothing is decided about a process that is not there, and none is left behind that SIGKILL was not sent to. */
final class ProcessLaw implements Law {

    /** The signals that each living process was sent. */
    private final Map<Launched, Set<Signal>> living = new HashMap<>();

    @Override
    public void begin(Step step) {
        judge(step);
    }

    @Override
    public void judge(Step step) {
        int before = step.before().crew().generation();
        int after = step.after().crew().generation();
        Law.require(after == before || after == before + 1, () -> "generation " + after + " came after " + before);
        for (Event event : step.events()) {
            judge(event, step);
        }
        if (step.after() instanceof Vacant || step.after() instanceof Terminated) {
            living.forEach((process, sent) ->
                    Law.require(sent.contains(Signal.SIGKILL), () -> process + " was left behind, and not killed"));
            living.clear();
        }
    }

    private void judge(Event event, Step step) {
        if (event instanceof Launched launched) {
            Law.require(
                    launched.generation() == step.after().crew().generation(),
                    () -> "not of this generation: " + launched);
            Law.require(
                    living.put(launched, EnumSet.noneOf(Signal.class)) == null, () -> "launched twice: " + launched);
        } else if (event instanceof Signalled signalled) {
            signal(signalled);
        } else if (isDeparture(event) && step.input() instanceof Input.Departure input) {
            living.remove(new Launched(input.participant(), input.generation()));
        }
    }

    private static boolean isDeparture(Event event) {
        return event instanceof Exited || event instanceof LaunchFailed;
    }

    private void signal(Signalled signalled) {
        Set<Signal> sent = living.get(new Launched(signalled.participant(), signalled.generation()));
        Law.require(sent != null, () -> "signalled, but not there: " + signalled);
        if (sent != null && signalled.signal() == Signal.SIGTERM) {
            Law.require(
                    signalled.participant().equals(Participant.RUNTIME),
                    () -> "SIGTERM is for the runtime only: " + signalled);
            Law.require(sent.isEmpty(), () -> "SIGTERM comes first and once: " + signalled);
        }
        if (sent != null) {
            sent.add(signalled.signal());
        }
    }
}
