// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.lifecycle.Input.Assign;
import io.lambdarium.simulator.internal.lifecycle.Input.Exited;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everyone waits for an event and none is there. */
record Idle(Setting setting, Crew crew, Optional<Duration> unreportedInit) implements Inhabited {

    static Transition begin(Setting setting, Crew crew, Optional<Duration> unreportedInit) {
        return Transition.to(new Idle(setting, crew, unreportedInit), new Idled());
    }

    @Override
    public Idle with(Crew other) {
        return new Idle(setting, other, unreportedInit);
    }

    @Override
    public Transition settle(Instant now) {
        return Transition.to(this);
    }

    @Override
    public Transition on(Assign assign, Instant now) {
        return Invoking.begin(this, assign.request(), now, now);
    }

    @Override
    public Transition leave(Exited exited, Instant now) {
        Failure failure = crew.failure(exited.participant(), exited.exit());
        Turn turn = Departures.exit(crew, exited).and(new Broke(exited.participant(), failure));
        return StoppingRuntime.begin(setting, turn.crew(), Farewell.of(ShutdownReason.FAILURE, true, List.of()), now)
                .after(turn.events());
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return StoppingRuntime.begin(setting, crew, Farewell.of(order.reason(), false, List.of()), now);
    }
}
