// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import io.lambdarium.simulator.internal.lifecycle.Input.Wake;
import java.time.Instant;
import java.util.Optional;

/** A phase of an initialization: it fails when a process ends, when its time is over, or when nobody wants it any more. */
sealed interface Initializing extends Inhabited permits Registering, Starting {

    /** Why there is an initialization, and until when. */
    Occasion occasion();

    /** This phase on another occasion. */
    Initializing with(Occasion other);

    @Override
    default Optional<Instant> wakeUpAt() {
        return Optional.of(occasion().deadline());
    }

    @Override
    default Transition leave(Departure departure, Instant now) {
        return FailedInit.byExit(this, occasion(), departure, now);
    }

    @Override
    default Transition on(Wake wake, Instant now) {
        return occasion().isOver(now) ? FailedInit.byTime(this, occasion(), now) : Transition.to(this);
    }

    /** Only an invocation that contains the initialization lets it go on. */
    @Override
    default Transition on(ShutDown order, Instant now) {
        return FailedInit.byOrder(this, occasion(), order, now)
                .orElseGet(() -> Transition.to(with(occasion().asLast())));
    }
}
