// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.internal.lifecycle.Input.Exited;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import io.lambdarium.simulator.internal.lifecycle.Input.Wake;
import java.time.Instant;
import java.util.Optional;

/** Extensions are launched, the runtime is not yet: until each of them has registered. */
record Registering(Setting setting, Crew crew, Occasion occasion) implements Inhabited {

    @Override
    public Registering with(Crew other) {
        return new Registering(setting, other, occasion);
    }

    @Override
    public Optional<Instant> wakeUpAt() {
        return Optional.of(occasion.deadline());
    }

    @Override
    public Transition settle(Instant now) {
        if (crew.externals().anyMatch(member -> !member.state().isRegistered())) {
            return Transition.to(this);
        }
        Crew complete = crew.with(crew.runtime().in(RuntimeState.STARTED));
        return new Starting(setting, complete, occasion)
                .settle(now)
                .after(new Launched(Participant.RUNTIME, crew.generation()));
    }

    @Override
    public Transition leave(Exited exited, Instant now) {
        return FailedInit.byExit(this, occasion, exited, now);
    }

    @Override
    public Transition on(Wake wake, Instant now) {
        return occasion.isOver(now) ? FailedInit.byTime(this, occasion, now) : Transition.to(this);
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return FailedInit.byOrder(this, occasion, order, now)
                .orElseGet(() -> Transition.to(new Registering(setting, crew, occasion.asLast())));
    }
}
