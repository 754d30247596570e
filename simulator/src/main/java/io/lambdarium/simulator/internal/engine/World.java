// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.fleet.Concurrency;
import io.lambdarium.simulator.internal.fleet.Fleet;
import io.lambdarium.simulator.internal.fleet.FleetStep;
import io.lambdarium.simulator.internal.fleet.Order;
import io.lambdarium.simulator.internal.lifecycle.Identities;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.lifecycle.Phase;
import io.lambdarium.simulator.internal.lifecycle.Setting;
import io.lambdarium.simulator.internal.lifecycle.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decides: the fleet and the phase of each of its environments, put together. What either says, the other hears within the
 * same step. It has no clock and no hands.
 */
final class World {

    private final Map<Integer, Phase> phases = new TreeMap<>();
    private final long seed;
    private Fleet fleet;
    private Optional<Setting> setting = Optional.empty();

    World(Duration idleLimit, long seed) {
        this.fleet = Fleet.empty(idleLimit);
        this.seed = seed;
    }

    /** From now on, environments are started with that; those that are there are retired. */
    void deploy(Setting deployed, Concurrency concurrency, Step step) {
        obey(fleet.retire(), step);
        fleet = fleet.with(concurrency);
        setting = Optional.of(deployed);
    }

    /** Asks the fleet, and does what follows. */
    void ask(Function<Fleet, FleetStep> question, Step step) {
        obey(question.apply(fleet), step);
    }

    /** Tells an environment what happened to it, and does what follows. What was due by now comes first: no alarm is exact. */
    void tell(EnvironmentId environment, Input input, Step step) {
        wake(environment, step);
        Phase phase = phases.getOrDefault(environment.number(), Phase.gone());
        enter(environment, input.meet(phase, step.now()), step);
    }

    private void wake(EnvironmentId environment, Step step) {
        Phase phase = phases.get(environment.number());
        if (phase != null && isDue(phase.wakeUpAt(), step.now())) {
            enter(environment, new Input.Wake().meet(phase, step.now()), step);
        }
    }

    /** Tells all environments. */
    void tellAll(Input input, Step step) {
        for (int number : List.copyOf(phases.keySet())) {
            tell(new EnvironmentId(number), input, step);
        }
    }

    /** Wakes whoever wanted to be woken by now. */
    void wake(Step step) {
        for (int number : List.copyOf(phases.keySet())) {
            wake(new EnvironmentId(number), step);
        }
        if (isDue(fleet.wakeUpAt(), step.now())) {
            obey(fleet.wake(step.now()), step);
        }
    }

    private static boolean isDue(Optional<Instant> wanted, Instant now) {
        return wanted.isPresent() && !now.isBefore(wanted.get());
    }

    /** When the first of them wants to be woken. */
    Optional<Instant> wakeUpAt() {
        Instant earliest = fleet.wakeUpAt().orElse(Instant.MAX);
        for (Phase phase : phases.values()) {
            Instant wanted = phase.wakeUpAt().orElse(Instant.MAX);
            earliest = wanted.isBefore(earliest) ? wanted : earliest;
        }
        return earliest.equals(Instant.MAX) ? Optional.empty() : Optional.of(earliest);
    }

    private void enter(EnvironmentId environment, Transition transition, Step step) {
        if (transition.next().isOver()) {
            phases.remove(environment.number());
        } else {
            phases.put(environment.number(), transition.next());
        }
        step.in(environment, transition.events());
        for (Event event : transition.events()) {
            if (Fleet.heeds(event)) {
                obey(fleet.hear(environment, event, step.now()), step);
            }
        }
    }

    private void obey(FleetStep ordered, Step step) {
        fleet = ordered.next();
        step.byFleet(ordered.events());
        for (Order order : ordered.orders()) {
            obey(order, step);
        }
    }

    private void obey(Order order, Step step) {
        EnvironmentId environment = order.environment();
        if (order instanceof Order.Begin begin) {
            Identities identities = Identities.of(seed + environment.number());
            enter(environment, Phase.begin(setting.orElseThrow(), identities, begin.ahead(), step.now()), step);
        } else if (order instanceof Order.Run run) {
            tell(environment, new Input.Assign(run.request()), step);
        } else {
            tell(environment, new Input.ShutDown(ShutdownReason.SPINDOWN), step);
        }
    }
}
