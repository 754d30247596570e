// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Instant;
import java.util.List;

/**
 * Why an environment stops, until when, and what comes after.
 *
 * @param reason what extensions are told
 * @param deadline when the last process is killed
 * @param reset whether the environment lives on without processes
 * @param lastWords what is recorded when everybody is gone
 */
record Farewell(ShutdownReason reason, Instant deadline, boolean reset, List<Event> lastWords) {

    static Farewell of(ShutdownReason reason, boolean reset, List<Event> lastWords) {
        return new Farewell(reason, Instant.MAX, reset, lastWords);
    }

    Farewell until(Instant other) {
        return new Farewell(reason, other, reset, lastWords);
    }

    Farewell forGood() {
        return new Farewell(reason, deadline, false, lastWords);
    }
}
