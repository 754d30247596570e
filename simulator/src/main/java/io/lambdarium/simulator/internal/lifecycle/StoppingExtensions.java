// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.event.Subscription;
import io.lambdarium.simulator.internal.lifecycle.Call.ExtensionNext;
import io.lambdarium.simulator.internal.lifecycle.Input.Exited;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import io.lambdarium.simulator.internal.lifecycle.Input.Wake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rest of the shutdown budget, for the external extensions that subscribed to SHUTDOWN.
 *
 * @param killed whether the last of them were sent SIGKILL
 * @param patience when they are killed, or given up if they were
 */
record StoppingExtensions(Setting setting, Crew crew, Farewell farewell, boolean killed, Instant patience)
        implements Inhabited {

    static Transition begin(Setting setting, Crew crew, Farewell farewell, Instant now) {
        Turn told = new Turn(crew, List.of());
        for (ExtensionMember member : crew.livingExternals()) {
            told = told.then(ShutdownNotice.to(told.crew(), member, farewell));
        }
        boolean nobodyMayTakeTime = crew.livingExternals().stream().noneMatch(ShutdownNotice::isDue);
        Instant patience = nobodyMayTakeTime ? now.plus(Limits.REAPING) : farewell.deadline();
        return new StoppingExtensions(setting, told.crew(), farewell, nobodyMayTakeTime, patience)
                .settle(now)
                .after(told.events());
    }

    @Override
    public StoppingExtensions with(Crew other) {
        return new StoppingExtensions(setting, other, farewell, killed, patience);
    }

    @Override
    public Optional<Instant> wakeUpAt() {
        return Optional.of(patience);
    }

    @Override
    public Transition settle(Instant now) {
        return crew.livingExternals().isEmpty() ? Ending.of(setting, crew, farewell) : Transition.to(this);
    }

    @Override
    public Transition on(ExtensionNext call, Instant now) {
        Turn asked = ExtensionCalls.next(crew, call);
        Turn told = asked.crew()
                .identified(call.identifier())
                .filter(member -> member.isExternal() && !member.told() && ShutdownNotice.isDue(member))
                .map(member -> asked.then(ShutdownNotice.to(asked.crew(), member, farewell)))
                .orElse(asked);
        return follow(told, now);
    }

    @Override
    public Transition leave(Exited exited, Instant now) {
        Turn gone = Departures.exit(crew, exited);
        boolean acknowledges = !killed
                && crew.member(exited.participant()).map(ExtensionMember::told).orElse(false);
        Duration spare = Duration.between(now, farewell.deadline());
        return follow(
                acknowledges ? gone.and(new Acknowledged(exited.participant(), exited.exit(), spare)) : gone, now);
    }

    @Override
    public Transition on(Wake wake, Instant now) {
        if (now.isBefore(patience)) {
            return Transition.to(this);
        }
        return killed ? giveUp(now) : kill(now);
    }

    private Transition kill(Instant now) {
        List<Event> events = new ArrayList<>();
        for (ExtensionMember member : crew.livingExternals()) {
            if (member.wants(Subscription.SHUTDOWN)) {
                events.add(new OverranShutdown(member.who(), member.told()));
                events.add(new Signalled(member.who(), crew.generation(), Signal.SIGKILL));
            }
        }
        return Transition.to(new StoppingExtensions(setting, crew, farewell, true, now.plus(Limits.REAPING)), events);
    }

    private Transition giveUp(Instant now) {
        return Ending.of(setting, crew, farewell);
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return Transition.to(new StoppingExtensions(setting, crew, farewell.forGood(), killed, patience));
    }
}
