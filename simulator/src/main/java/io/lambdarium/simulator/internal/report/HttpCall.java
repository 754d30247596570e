// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.Participant.Role;
import java.util.List;
import java.util.Optional;

/**
 * One call and all that became of it.
 *
 * @param received its arrival
 * @param entries what is known of it, the arrival first
 */
record HttpCall(Received received, List<Entry> entries) {

    Endpoint endpoint() {
        return received.endpoint();
    }

    Participant caller() {
        return received.caller();
    }

    boolean isBy(Role role) {
        return caller().role() == role;
    }

    long sequence() {
        return entries.get(0).sequence();
    }

    boolean wasParked() {
        return when(Parked.class).isPresent();
    }

    Optional<Answer> answer() {
        return entries.stream()
                .map(Entry::event)
                .filter(Answered.class::isInstance)
                .map(event -> ((Answered) event).answer())
                .findFirst();
    }

    Optional<Refused> refusal() {
        return answer().filter(Refused.class::isInstance).map(Refused.class::cast);
    }

    boolean wasRefused(String errorType) {
        return refusal()
                .filter(refused -> refused.errorType().equals(errorType))
                .isPresent();
    }

    /** When its caller hung up, if it did before it was answered. */
    Optional<Entry> left() {
        return answer().isPresent() ? Optional.empty() : when(CallerGone.class);
    }

    /** Whether its caller hung up before the answer was out. */
    boolean lostItsAnswer() {
        return answer().isPresent() && when(CallerGone.class).isPresent();
    }

    Optional<Entry> when(Class<? extends Event> type) {
        return entries.stream().filter(entry -> type.isInstance(entry.event())).findFirst();
    }
}
