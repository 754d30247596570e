// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The runtime's share of the shutdown budget: extensions hear nothing before it is gone (E-122).
 *
 * @param killed whether it was sent SIGKILL
 * @param until when it is killed, or given up if it was
 */
record StoppingRuntime(Setting setting, Crew crew, Farewell farewell, boolean killed, Instant until)
        implements Stopping {

    static Transition begin(Setting setting, Crew crew, Farewell farewell, Instant now) {
        Crew closed = crew.closed();
        Farewell dated = farewell.until(now.plus(budget(crew)));
        List<Event> events = new ArrayList<>();
        events.add(new EnvironmentEvent.Stopping(dated.reason(), dated.deadline(), dated.reset()));
        boolean politely = crew.hasRegistered();
        if (crew.runtime().state().isAlive()) {
            events.add(signal(crew, politely ? Signal.SIGTERM : Signal.SIGKILL));
        }
        Instant until = now.plus(politely ? share(setting, crew) : Limits.REAPING);
        return new StoppingRuntime(setting, closed, dated, !politely, until)
                .settle(now)
                .after(events);
    }

    private static Duration budget(Crew crew) {
        if (crew.hasRegisteredExternal()) {
            return Limits.EXTERNAL_BUDGET;
        }
        return crew.hasRegistered() ? Limits.INTERNAL_BUDGET : Duration.ZERO;
    }

    private static Duration share(Setting setting, Crew crew) {
        return crew.hasRegisteredExternal() ? setting.limits().runtimeShare() : Limits.INTERNAL_BUDGET;
    }

    private static Signalled signal(Crew crew, Signal signal) {
        return new Signalled(Participant.RUNTIME, crew.generation(), signal);
    }

    @Override
    public StoppingRuntime with(Crew other) {
        return new StoppingRuntime(setting, other, farewell, killed, until);
    }

    @Override
    public Transition settle(Instant now) {
        return crew.runtime().state().isAlive()
                ? Transition.to(this)
                : StoppingExtensions.begin(setting, crew, farewell, now);
    }

    @Override
    public Transition leave(Departure departure, Instant now) {
        return follow(Departures.exit(crew, departure), now);
    }

    @Override
    public Transition overrun(Instant now) {
        return killed ? giveUp(now) : kill(now);
    }

    private Transition kill(Instant now) {
        return Transition.to(
                new StoppingRuntime(setting, crew, farewell, true, now.plus(Limits.REAPING)),
                signal(crew, Signal.SIGKILL));
    }

    private Transition giveUp(Instant now) {
        return with(crew.with(RuntimeMember.absent()))
                .settle(now)
                .after(Ending.abandon(crew.runtime().parked()));
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return Transition.to(new StoppingRuntime(setting, crew, farewell.forGood(), killed, until));
    }
}
