// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.EnvironmentEvent.CameToRest;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;

/** Nobody who is frozen, or may be, is told anything before he is thawed; and only who was frozen is thawed. */
final class FreezeLaw implements Law {

    /** Whether it was ordered to freeze, and has not been thawed since. */
    private boolean ordered;

    @Override
    public void judge(Step step) {
        for (Event event : step.events()) {
            judge(event);
        }
        boolean atRest = step.after() instanceof Idle
                || step.after() instanceof Resting
                || step.after().isOver();
        Law.require(!ordered || atRest, () -> "still frozen, and " + step.after());
        ordered = ordered && !step.after().isOver();
    }

    private void judge(Event event) {
        if (event instanceof CameToRest rest) {
            Law.require(!ordered, () -> "frozen twice");
            ordered = rest.freezes();
        } else if (event instanceof Frozen) {
            Law.require(ordered, () -> "frozen, and nobody ordered it");
        } else if (event instanceof Thawed) {
            Law.require(ordered, () -> "thawed, and was not frozen");
            ordered = false;
        } else if (tells(event)) {
            Law.require(!ordered, () -> "frozen, and yet: " + event);
        }
    }

    /** SIGKILL reaches whoever is frozen. */
    private static boolean tells(Event event) {
        return event instanceof Launched
                || event instanceof Signalled signalled && signalled.signal() == Signal.SIGTERM
                || event instanceof Answered answered && isEvent(answered.answer());
    }

    private static boolean isEvent(Answer answer) {
        return answer instanceof Answer.NextInvocation
                || answer instanceof Answer.InvokeEvent
                || answer instanceof Answer.ShutdownEvent;
    }
}
