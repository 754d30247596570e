// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.internal.lifecycle.Input.Assign;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Instant;

/** After a reset: no processes. The next invocation begins with an initialization inside it. */
record Vacant(Setting setting, Crew crew) implements Phase {

    @Override
    public Vacant with(Crew other) {
        return new Vacant(setting, other);
    }

    @Override
    public Transition on(Assign assign, Instant now) {
        return Birth.generation(setting, crew, Occasion.inside(setting, assign.request(), now), now);
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return Transition.to(new Terminated(crew), new EnvironmentEvent.Terminated(order.reason()));
    }
}
