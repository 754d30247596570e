// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.fleet.Berth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The environments of a function, as a value: told of requests, events and the time, it says what is to be done.
 *
 * @param berths what it knows of each environment, by number
 * @param started how many environments it has started
 * @param concurrency how many invocations may run at once
 * @param idleLimit how long an environment may be idle
 */
public record Fleet(SortedMap<Integer, Berth> berths, int started, Concurrency concurrency, Duration idleLimit) {

    /** No environments yet. */
    public static Fleet empty(Duration idleLimit) {
        return new Fleet(new TreeMap<>(), 0, new Concurrency(OptionalInt.empty()), idleLimit);
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
        for (Berth berth : berths.values()) {
            step = step.then(step.next().retire(berth));
        }
        return step;
    }

    /** Something became of an environment. */
    public FleetStep hear(EnvironmentId environment, EnvironmentEvent event, Instant now) {
        Berth berth = berths.get(environment.number());
        if (berth == null) {
            return FleetStep.to(this);
        }
        if (event instanceof Idled) {
            return ready(berth.in(State.IDLE, now), now);
        }
        if (event instanceof WasReset) {
            return ready(berth.in(State.VACANT, now), now);
        }
        if (event instanceof Stopping stopping) {
            return stopping.reset() ? FleetStep.to(with(berth.in(State.RESETTING, now))) : leave(berth, now);
        }
        return event instanceof Terminated ? FleetStep.to(without(berth)) : FleetStep.to(this);
    }

    /** When the longest idle environment is no longer needed. */
    public Optional<Instant> wakeUpAt() {
        Instant earliest = null;
        for (Berth berth : berths.values()) {
            if (berth.isReady() && (earliest == null || berth.since().isBefore(earliest))) {
                earliest = berth.since();
            }
        }
        return Optional.ofNullable(earliest).map(since -> since.plus(idleLimit));
    }

    /** Retires what has been idle for too long. */
    public FleetStep wake(Instant now) {
        FleetStep step = FleetStep.to(this);
        for (Berth berth : berths.values()) {
            if (berth.isReady() && !now.isBefore(berth.since().plus(idleLimit))) {
                step = step.then(step.next().retire(berth));
            }
        }
        return step;
    }

    FleetStep start(Optional<InvocationRequest> waiting, Instant now) {
        EnvironmentId environment = new EnvironmentId(started + 1);
        Fleet larger =
                new Fleet(berths, started + 1, concurrency, idleLimit).with(Berth.starting(environment, waiting, now));
        return FleetStep.to(larger).and(new Order.Begin(environment, waiting.isEmpty()));
    }

    Fleet with(Berth berth) {
        SortedMap<Integer, Berth> others = new TreeMap<>(berths);
        others.put(berth.environment().number(), berth);
        return new Fleet(others, started, concurrency, idleLimit);
    }

    private Fleet without(Berth berth) {
        SortedMap<Integer, Berth> others = new TreeMap<>(berths);
        others.remove(berth.environment().number());
        return new Fleet(others, started, concurrency, idleLimit);
    }

    private FleetStep ready(Berth berth, Instant now) {
        return berth.waiting().map(request -> run(berth, request, now)).orElseGet(() -> FleetStep.to(with(berth)));
    }

    FleetStep run(Berth berth, InvocationRequest request, Instant now) {
        FleetStep running = FleetStep.to(with(berth.released().in(State.BUSY, now)))
                .and(new Order.Run(berth.environment(), request));
        return berth.retired() ? running.and(new Order.Retire(berth.environment())) : running;
    }

    /** One that runs an invocation, or is bound to, ends after it; the machine, or {@link #run}, sees to that. */
    private FleetStep retire(Berth berth) {
        FleetStep step = FleetStep.to(with(berth.retire()));
        return berth.waiting().isPresent() || berth.retired() ? step : step.and(new Order.Retire(berth.environment()));
    }

    private FleetStep leave(Berth berth, Instant now) {
        Fleet fewer = with(berth.released().in(State.STOPPING, now));
        return berth.waiting().map(request -> fewer.request(request, now)).orElseGet(() -> FleetStep.to(fewer));
    }

    Stream<Berth> free() {
        return berths.values().stream().filter(Berth::isFree);
    }

    int taken() {
        int taken = 0;
        for (Berth berth : berths.values()) {
            taken += berth.isTaken() ? 1 : 0;
        }
        return taken;
    }
}
