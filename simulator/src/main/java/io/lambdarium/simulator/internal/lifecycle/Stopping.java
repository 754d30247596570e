// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.internal.lifecycle.Input.Wake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A phase of a shutdown: whoever is to go has some time, and is killed, and is given up if even that does not help. */
sealed interface Stopping extends Inhabited permits StoppingRuntime, StoppingExtensions {

    /** Why the environment stops, and what comes after. */
    Farewell farewell();

    /** When those are killed who are still there, or given up if they were killed. */
    Instant until();

    /** What follows when that time has come. */
    Transition overrun(Instant now);

    @Override
    default List<Event> lastWords() {
        return farewell().lastWords();
    }

    @Override
    default Optional<Instant> wakeUpAt() {
        return Optional.of(until());
    }

    @Override
    default Transition on(Wake wake, Instant now) {
        return now.isBefore(until()) ? Transition.to(this) : overrun(now);
    }
}
