// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.event.Subscription;
import java.util.Optional;

/** What each external extension gets when the runtime is gone: the event, or the end. */
final class ShutdownNotice {

    private ShutdownNotice() {}

    /** Whether it has a right to the event, and so to time. */
    static boolean isDue(ExtensionMember member) {
        return member.wants(Subscription.SHUTDOWN);
    }

    static Turn to(Crew crew, ExtensionMember member, Farewell farewell) {
        if (!isDue(member)) {
            return Turn.of(crew, new Signalled(member.who(), crew.generation(), Signal.SIGKILL));
        }
        Optional<CallId> waiting = member.parked();
        return waiting.map(call -> release(crew, member, call, farewell)).orElseGet(() -> Turn.of(crew));
    }

    private static Turn release(Crew crew, ExtensionMember member, CallId call, Farewell farewell) {
        if (member.state() != ExtensionState.READY) {
            Answer refusal = Refusals.extensionChangedMeanwhile(member.state(), "Ready", member.identifier());
            return Turn.of(crew.with(member.unparked()), new Answered(call, refusal));
        }
        return Turn.of(
                crew.with(member.toldToShutDown()),
                new ToldToShutDown(member.who(), farewell.reason(), farewell.deadline()),
                new Answered(call, new Answer.ShutdownEvent(farewell.reason(), farewell.deadline())));
    }
}
