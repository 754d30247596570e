// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.fleet.Berth.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds an environment for an invocation: one that is idle or about to be, one that was reset, one that is being initialized
 * ahead of any request, one that is being reset, a new one, or none.
 *
 * <p>An invocation stays bound to the environment that was chosen for it. AWS does not promise that, but a test that
 * repeats itself needs it.
 */
final class Placement {

    private Placement() {}

    static FleetStep of(Fleet fleet, InvocationRequest request, Instant now) {
        if (fleet.taken(now) >= fleet.concurrency().limit()) {
            return FleetStep.to(fleet)
                    .and(new Throttled(request.requestId(), fleet.concurrency().reason()));
        }
        Optional<Berth> free = fleet.best(now);
        return free.isPresent() ? bind(fleet, free.get(), request, now) : startFor(fleet, request, now);
    }

    /** One that is about to be idle is only hoped for: the invocation is assigned when that comes true. */
    static FleetStep bind(Fleet fleet, Berth berth, InvocationRequest request, Instant now) {
        if (berth.state() == State.RETURNING) {
            return FleetStep.to(fleet.with(berth.holding(request)));
        }
        boolean wasReset = List.of(State.VACANT, State.RESETTING).contains(berth.state());
        Assigned assigned =
                new Assigned(request.requestId(), berth.environment(), wasReset ? Start.AFTER_RESET : Start.WARM);
        FleetStep step =
                berth.isReady() ? fleet.run(berth, request, now) : FleetStep.to(fleet.with(berth.holding(request)));
        return step.and(assigned);
    }

    private static FleetStep startFor(Fleet fleet, InvocationRequest request, Instant now) {
        FleetStep step = fleet.start(Optional.of(request), now);
        Order begin = step.orders().get(0);
        return step.and(new Assigned(request.requestId(), begin.environment(), Start.COLD));
    }
}
