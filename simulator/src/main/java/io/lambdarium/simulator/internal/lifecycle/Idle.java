// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.lifecycle.Input.Assign;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.Rested;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everyone waits for an event and none is there.
 *
 * @param unreportedInit how long the initialization took that the next report names
 * @param frozen whether the processes are frozen, or may be
 */
record Idle(Setting setting, Crew crew, Optional<Duration> unreportedInit, boolean frozen) implements Inhabited {

    Transition begin() {
        return Transition.to(this, new Idled());
    }

    @Override
    public Idle with(Crew other) {
        return new Idle(setting, other, unreportedInit, frozen);
    }

    @Override
    public Transition settle(Instant now) {
        return Transition.to(this);
    }

    @Override
    public Transition on(Assign assign, Instant now) {
        return Invoking.begin(this, assign.request(), now, now).after(thaw());
    }

    /** The rest that was not waited for. */
    @Override
    public Transition on(Rested rested, Instant now) {
        return rested.frozen() && frozen ? Transition.to(this, new Frozen()) : Transition.to(this);
    }

    @Override
    public Transition leave(Departure departure, Instant now) {
        Failure failure = departure.failure(crew);
        Turn turn = Departures.exit(crew, departure).and(new Broke(departure.participant(), failure));
        return StoppingRuntime.begin(setting, turn.crew(), Farewell.of(ShutdownReason.FAILURE, true, List.of()), now)
                .after(thaw())
                .after(turn.events());
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return StoppingRuntime.begin(setting, crew, Farewell.of(order.reason(), false, List.of()), now)
                .after(thaw());
    }

    /** What comes next, an event or a signal, finds nobody frozen (L-086). */
    private List<Event> thaw() {
        return frozen ? List.of(new Thawed()) : List.of();
    }
}
