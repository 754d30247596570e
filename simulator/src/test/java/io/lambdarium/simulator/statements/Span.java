// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.event.Event;
import java.time.Duration;
import java.time.Instant;

/** From one event to another. */
record Span(Instant begin, Instant end) {

    /** From the first of those to the first of these; both must have been. */
    static Span between(Scene scene, Class<? extends Event> first, Class<? extends Event> second) {
        return new Span(scene.when(first).get(0), scene.when(second).get(0));
    }

    Duration length() {
        return Duration.between(begin, end);
    }

    boolean contains(Instant time) {
        return time.isAfter(begin) && time.isBefore(end);
    }
}
