// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.time.Instant;

/** Extensions are launched, the runtime is not yet: until each of them has registered. */
record Registering(Setting setting, Crew crew, Occasion occasion) implements Initializing {

    @Override
    public Registering with(Crew other) {
        return new Registering(setting, other, occasion);
    }

    @Override
    public Registering with(Occasion other) {
        return new Registering(setting, crew, other);
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
}
