// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one message led to, and when: collected while it is decided, then recorded, then carried out. */
final class Step {

    /** Events of one place, in order. */
    record Batch(Optional<EnvironmentId> environment, List<? extends Event> events) {}

    private final Instant now;
    private final List<Batch> batches = new ArrayList<>(4);

    Step(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    List<Batch> batches() {
        return batches;
    }

    /** That was decided in that environment. */
    void in(EnvironmentId environment, List<Event> events) {
        if (!events.isEmpty()) {
            batches.add(new Batch(Optional.of(environment), events));
        }
    }

    /** That was decided by the fleet. */
    void byFleet(List<? extends Event> events) {
        for (Event event : events) {
            batches.add(new Batch(place(event), List.of(event)));
        }
    }

    private static Optional<EnvironmentId> place(Event event) {
        return event instanceof Assigned assigned ? Optional.of(assigned.environment()) : Optional.empty();
    }
}
