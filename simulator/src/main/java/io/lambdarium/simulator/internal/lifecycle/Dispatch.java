// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.Subscription;
import java.util.Optional;

/** Hands an invocation out: to the external extensions, the internal ones, the runtime. Source: lifecycle §2.1 step 4. */
final class Dispatch {

    private Dispatch() {}

    static Turn of(Crew crew, Delivery delivery) {
        Turn turn = Turn.of(crew);
        for (ExtensionMember member : crew.extensions()) {
            if (member.wants(Subscription.INVOKE)) {
                turn = turn.then(release(turn.crew(), member, delivery));
            }
        }
        return turn.then(release(turn.crew(), delivery));
    }

    private static Turn release(Crew crew, ExtensionMember member, Delivery delivery) {
        Optional<CallId> waiting = member.parked();
        if (member.state() != ExtensionState.READY) {
            return waiting.isPresent() ? refuse(crew, member, waiting.get()) : Turn.of(crew);
        }
        Crew running = crew.with(member.unparked().in(ExtensionState.RUNNING));
        return waiting.isPresent() ? tell(running, member, waiting.get(), delivery) : Turn.of(running);
    }

    private static Turn tell(Crew crew, ExtensionMember member, CallId call, Delivery delivery) {
        String eventId = crew.identities().uuid();
        return Turn.of(
                crew.with(crew.identities().next()),
                new ToldToInvoke(member.who(), delivery.requestId()),
                new Answered(call, new Answer.InvokeEvent(eventId, delivery.request(), delivery.deadline())));
    }

    private static Turn refuse(Crew crew, ExtensionMember member, CallId call) {
        Answer refusal = Refusals.extensionChangedMeanwhile(member.state(), "Ready", member.identifier());
        return Turn.of(crew.with(member.unparked()), new Answered(call, refusal));
    }

    /** If nobody waits, because the runtime hung up, its next call gets the event. */
    private static Turn release(Crew crew, Delivery delivery) {
        RuntimeMember running = crew.runtime().in(RuntimeState.RUNNING);
        Optional<CallId> waiting = crew.runtime().oldest();
        return waiting.isPresent()
                ? Turn.of(crew.with(running.without(waiting.get())), new Answered(waiting.get(), delivery.answer()))
                : Turn.of(crew.with(running));
    }
}
