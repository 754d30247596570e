// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.fleet.Berth.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds an environment for an invocation: an idle one, one that was reset, one that is being initialized ahead of any
 * request, one that is being reset, a new one, or none.
 *
 * <p>An invocation stays bound to the environment that was chosen for it. AWS does not promise that, but a test that
 * repeats itself needs it.
 */
final class Placement {

    /** The most ready first, and of these the one used last: the others may be reaped. */
    private static final Comparator<Berth> PREFERENCE = Comparator.comparing(Berth::state)
            .thenComparing(Berth::since, Comparator.reverseOrder())
            .thenComparingInt(berth -> berth.environment().number());

    private Placement() {}

    static FleetStep of(Fleet fleet, InvocationRequest request, Instant now) {
        if (fleet.taken() >= fleet.concurrency().limit()) {
            return FleetStep.to(fleet)
                    .and(new Throttled(request.requestId(), fleet.concurrency().reason()));
        }
        Optional<Berth> free = fleet.free().min(PREFERENCE);
        return free.map(berth -> bind(fleet, berth, request, now)).orElseGet(() -> startFor(fleet, request, now));
    }

    private static FleetStep bind(Fleet fleet, Berth berth, InvocationRequest request, Instant now) {
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
