// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Event;
import java.util.Arrays;
import java.util.List;

/**
 * Where an environment is now, and what was observed and decided on the way there.
 *
 * @param next where it is now
 * @param events what happened, in order
 */
public record Transition(Phase next, List<Event> events) {

    static Transition to(Phase next, Event... events) {
        return new Transition(next, List.of(events));
    }

    static Transition to(Phase next, List<? extends Event> events) {
        return new Transition(next, List.copyOf(events));
    }

    /** The same, with these events before. */
    Transition after(List<? extends Event> earlier) {
        if (earlier.isEmpty()) {
            return this;
        }
        Event[] all = new Event[earlier.size() + events.size()];
        int count = 0;
        for (Event event : earlier) {
            all[count++] = event;
        }
        for (Event event : events) {
            all[count++] = event;
        }
        return new Transition(next, Arrays.asList(all));
    }

    Transition after(Event... earlier) {
        return after(List.of(earlier));
    }
}
