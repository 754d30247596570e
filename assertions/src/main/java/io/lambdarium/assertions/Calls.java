// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import java.util.Optional;

/**
 * The calls of an endpoint by a participant.
 *
 * @param lives who, where
 * @param endpoint what was called
 */
record Calls(Lives lives, Endpoint endpoint) {

    /** A call that a fault delays is told of twice. */
    long count(Journal journal) {
        return lives.in(journal).stream()
                .flatMap(life -> life.entries().stream())
                .flatMap(entry -> call(entry.event()).stream())
                .distinct()
                .count();
    }

    private Optional<CallId> call(Event event) {
        if (event instanceof Received received && received.endpoint() == endpoint) {
            return Optional.of(received.call());
        }
        return event instanceof Struck struck && struck.endpoint() == endpoint
                ? Optional.of(struck.call())
                : Optional.empty();
    }
}
