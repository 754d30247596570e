// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.fleet.Berth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The environments of a function, as a value: told of requests, events and the time, it says what is to be done.
 *
 * @param berths what it knows of each environment, in the order of their numbers
 * @param started how many environments it has started
 * @param concurrency how many invocations may run at once
 * @param idleLimit how long an environment may be idle
 */
public record Fleet(List<Berth> berths, int started, Concurrency concurrency, Duration idleLimit) {

    /** No environments yet. */
    public static Fleet empty(Duration idleLimit) {
        return new Fleet(List.of(), 0, new Concurrency(OptionalInt.empty()), idleLimit);
    }

    /** With that limit on concurrency from now on. */
    public Fleet with(Concurrency other) {
        return new Fleet(berths, started, other, idleLimit);
    }

    /** Somebody invokes the function. */
    public FleetStep request(InvocationRequest request, Instant now) {
        return Placement.of(this, request, now);
    }

    /** Environments are to be started that no request waits for. */
    public FleetStep initialize(int environments, Instant now) {
        FleetStep step = FleetStep.to(this);
        for (int i = 0; i < environments; i++) {
            step = step.then(step.next().start(Optional.empty(), now));
        }
        return step;
    }

    /** No further invocation may reach the environments that are there. */
    public FleetStep retire() {
        FleetStep step = FleetStep.to(this);
        for (Berth berth : berths) {
            step = step.then(step.next().retire(berth));
        }
        return step;
    }

    /** Whether what happens in an environment can be of any concern to a fleet. */
    public static boolean heeds(Event event) {
        return event instanceof Idled
                || event instanceof WasReset
                || event instanceof Stopping
                || event instanceof Terminated
                || tellsTheCaller(event);
    }

    /** Something happened in an environment. */
    public FleetStep hear(EnvironmentId environment, Event event, Instant now) {
        Optional<Berth> known = find(environment);
        return known.isPresent() ? hear(known.get(), event, now) : FleetStep.to(this);
    }

    private FleetStep hear(Berth berth, Event event, Instant now) {
        if (event instanceof Idled) {
            return berth.isHopedFor() ? back(berth, now) : ready(berth.in(State.IDLE, now), now);
        }
        if (event instanceof WasReset) {
            return ready(berth.in(State.VACANT, now), now);
        }
        if (event instanceof Stopping stopping) {
            return stopping(berth, stopping.reset() ? State.RESETTING : State.STOPPING, now);
        }
        if (tellsTheCaller(event) && berth.state() == State.BUSY) {
            return FleetStep.to(with(berth.in(State.RETURNING, now)));
        }
        return FleetStep.to(event instanceof Terminated ? without(berth) : this);
    }

    private static boolean tellsTheCaller(Event event) {
        return event instanceof Responded || event instanceof ErrorReported || event instanceof Failed;
    }

    /** When the first of them is no longer needed, or no longer hoped for. */
    public Optional<Instant> wakeUpAt() {
        Instant earliest = Instant.MAX;
        for (Berth berth : berths) {
            Instant wanted = berth.wakeUpAt(idleLimit).orElse(Instant.MAX);
            earliest = wanted.isBefore(earliest) ? wanted : earliest;
        }
        return earliest.equals(Instant.MAX) ? Optional.empty() : Optional.of(earliest);
    }

    /** Retires what has been idle for too long, and places anew what has waited long enough for one to be idle. */
    public FleetStep wake(Instant now) {
        FleetStep step = FleetStep.to(this);
        for (Berth berth : berths) {
            step = step.then(step.next().wake(berth.environment(), now));
        }
        return step;
    }

    private FleetStep wake(EnvironmentId environment, Instant now) {
        return find(environment)
                .filter(berth -> berth.wakeUpAt(idleLimit)
                        .filter(at -> !now.isBefore(at))
                        .isPresent())
                .map(berth -> berth.isReady() ? retire(berth) : release(berth, now))
                .orElseGet(() -> FleetStep.to(this));
    }

    FleetStep start(Optional<InvocationRequest> waiting, Instant now) {
        EnvironmentId environment = new EnvironmentId(started + 1);
        List<Berth> more = new ArrayList<>(berths);
        more.add(Berth.starting(environment, waiting, now));
        return FleetStep.to(new Fleet(more, started + 1, concurrency, idleLimit))
                .and(new Order.Begin(environment, waiting.isEmpty()));
    }

    private Optional<Berth> find(EnvironmentId environment) {
        for (Berth berth : berths) {
            if (berth.isOf(environment)) {
                return Optional.of(berth);
            }
        }
        return Optional.empty();
    }

    private Fleet with(List<Berth> others) {
        return new Fleet(others, started, concurrency, idleLimit);
    }

    /** With that one in the place of the one of its number. */
    Fleet with(Berth changed) {
        List<Berth> others = new ArrayList<>(berths.size());
        for (Berth berth : berths) {
            others.add(berth.isOf(changed.environment()) ? changed : berth);
        }
        return with(others);
    }

    private Fleet without(Berth gone) {
        List<Berth> others = new ArrayList<>(berths);
        others.removeIf(berth -> berth.isOf(gone.environment()));
        return with(others);
    }

    private FleetStep ready(Berth berth, Instant now) {
        return berth.waiting().isPresent() ? run(berth, berth.waiting().get(), now) : FleetStep.to(with(berth));
    }

    FleetStep run(Berth berth, InvocationRequest request, Instant now) {
        FleetStep running = FleetStep.to(with(berth.released().in(State.BUSY, now)))
                .and(new Order.Run(berth.environment(), request));
        return berth.retired() ? running.and(new Order.Retire(berth.environment())) : running;
    }

    /** It is idle in time for the invocation that hoped for it. */
    private FleetStep back(Berth berth, Instant now) {
        return Placement.bind(this, berth.in(State.IDLE, now), berth.waiting().orElseThrow(), now);
    }

    /** Who waits for it is placed anew. If it is retired, nothing keeps it any more. */
    private FleetStep release(Berth berth, Instant now) {
        FleetStep alone = FleetStep.to(with(berth.released()));
        if (berth.waiting().isEmpty()) {
            return alone;
        }
        FleetStep freed = berth.retired() ? alone.and(new Order.Retire(berth.environment())) : alone;
        return freed.then(freed.next().request(berth.waiting().get(), now));
    }

    /** One that runs an invocation, or is bound to, ends after it; the machine, or {@link #run}, sees to that. */
    private FleetStep retire(Berth berth) {
        FleetStep step = FleetStep.to(with(berth.retire()));
        return berth.waiting().isPresent() || berth.retired() ? step : step.and(new Order.Retire(berth.environment()));
    }

    /** Who is bound to it waits for its reset; who has only hoped for it, or has nothing to wait for, gets another. */
    private FleetStep stopping(Berth berth, State state, Instant now) {
        boolean waits = state == State.RESETTING && !berth.isHopedFor();
        Berth stopping = berth.in(state, now);
        return waits ? FleetStep.to(with(stopping)) : release(stopping, now);
    }

    /** The one that an invocation had best be bound to; of equals, the first. */
    Optional<Berth> best(Instant now) {
        Berth best = null;
        for (Berth berth : berths) {
            if (berth.isFree(now) && (best == null || berth.isBetterThan(best))) {
                best = berth;
            }
        }
        return Optional.ofNullable(best);
    }

    int taken(Instant now) {
        int taken = 0;
        for (Berth berth : berths) {
            taken += berth.isTaken(now) ? 1 : 0;
        }
        return taken;
    }
}
