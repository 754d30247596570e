// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.event.EnvironmentEvent;
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
    void deploy(Setting deployed, Concurrency concurrency, Instant now, Decided decided) {
        obey(fleet.retire(), now, decided);
        fleet = fleet.with(concurrency);
        setting = Optional.of(deployed);
    }

    /** Asks the fleet, and does what follows. */
    void ask(Function<Fleet, FleetStep> question, Instant now, Decided decided) {
        obey(question.apply(fleet), now, decided);
    }

    /** Tells an environment what happened to it, and does what follows. What was due by now comes first: no alarm is exact. */
    void tell(EnvironmentId environment, Input input, Instant now, Decided decided) {
        wake(environment, now, decided);
        Phase phase = phases.getOrDefault(environment.number(), Phase.gone());
        enter(environment, input.meet(phase, now), now, decided);
    }

    private void wake(EnvironmentId environment, Instant now, Decided decided) {
        Phase phase = phases.get(environment.number());
        if (phase != null && isDue(phase.wakeUpAt(), now)) {
            enter(environment, new Input.Wake().meet(phase, now), now, decided);
        }
    }

    /** Tells all environments. */
    void tellAll(Input input, Instant now, Decided decided) {
        List.copyOf(phases.keySet()).forEach(number -> tell(new EnvironmentId(number), input, now, decided));
    }

    /** Wakes whoever wanted to be woken by now. */
    void wake(Instant now, Decided decided) {
        List.copyOf(phases.keySet()).forEach(number -> wake(new EnvironmentId(number), now, decided));
        if (isDue(fleet.wakeUpAt(), now)) {
            obey(fleet.wake(now), now, decided);
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

    private void enter(EnvironmentId environment, Transition transition, Instant now, Decided decided) {
        if (transition.next().isOver()) {
            phases.remove(environment.number());
        } else {
            phases.put(environment.number(), transition.next());
        }
        decided.in(environment, transition.events());
        for (Event event : transition.events()) {
            if (event instanceof EnvironmentEvent about) {
                obey(fleet.hear(environment, about, now), now, decided);
            }
        }
    }

    private void obey(FleetStep step, Instant now, Decided decided) {
        fleet = step.next();
        decided.byFleet(step.events());
        for (Order order : step.orders()) {
            obey(order, now, decided);
        }
    }

    private void obey(Order order, Instant now, Decided decided) {
        EnvironmentId environment = order.environment();
        if (order instanceof Order.Begin begin) {
            Identities identities = Identities.of(seed + environment.number());
            enter(environment, Phase.begin(setting.orElseThrow(), identities, begin.ahead(), now), now, decided);
        } else if (order instanceof Order.Run run) {
            tell(environment, new Input.Assign(run.request()), now, decided);
        } else {
            tell(environment, new Input.ShutDown(ShutdownReason.SPINDOWN), now, decided);
        }
    }

    /** Where decisions go. */
    interface Decided {
        void in(EnvironmentId environment, List<Event> events);

        void byFleet(List<? extends Event> events);
    }
}
