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

    /** What happened, and where if that was in an environment. */
    record Happening(Optional<EnvironmentId> environment, Event event) {}

    private final Instant now;
    private final List<Happening> happenings = new ArrayList<>();

    Step(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    List<Happening> happenings() {
        return happenings;
    }

    /** That was decided in that environment. */
    void in(EnvironmentId environment, List<Event> events) {
        Optional<EnvironmentId> place = Optional.of(environment);
        for (Event event : events) {
            happenings.add(new Happening(place, event));
        }
    }

    /** That was decided by the fleet. */
    void byFleet(List<? extends Event> events) {
        for (Event event : events) {
            happenings.add(new Happening(place(event), event));
        }
    }

    private static Optional<EnvironmentId> place(Event event) {
        return event instanceof Assigned assigned ? Optional.of(assigned.environment()) : Optional.empty();
    }
}
