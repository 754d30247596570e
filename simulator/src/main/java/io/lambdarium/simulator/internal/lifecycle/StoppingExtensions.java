// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.lifecycle.Call.ExtensionNext;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rest of the shutdown budget, for the external extensions that subscribed to SHUTDOWN.
 *
 * @param killed whether the last of them were sent SIGKILL
 * @param until when they are killed, or given up if they were
 */
record StoppingExtensions(Setting setting, Crew crew, Farewell farewell, boolean killed, Instant until)
        implements Stopping {

    /** If the runtime took so long to die that the budget is spent, nobody is told what it is too late to do. */
    static Transition begin(Setting setting, Crew crew, Farewell farewell, Instant now) {
        StoppingExtensions phase = new StoppingExtensions(setting, crew, farewell, false, farewell.deadline());
        return now.isBefore(farewell.deadline()) ? phase.tell(now) : phase.kill(crew.livingExternals(), now);
    }

    private Transition tell(Instant now) {
        Turn told = new Turn(crew, List.of());
        for (ExtensionMember member : crew.livingExternals()) {
            told = told.then(ShutdownNotice.to(told.crew(), member, farewell));
        }
        boolean nobodyMayTakeTime = crew.livingExternals().stream().noneMatch(ShutdownNotice::isDue);
        Instant until = nobodyMayTakeTime ? now.plus(Limits.REAPING) : farewell.deadline();
        return new StoppingExtensions(setting, told.crew(), farewell, nobodyMayTakeTime, until)
                .settle(now)
                .after(told.events());
    }

    @Override
    public StoppingExtensions with(Crew other) {
        return new StoppingExtensions(setting, other, farewell, killed, until);
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
                .filter(member -> now.isBefore(farewell.deadline()))
                .map(member -> asked.then(ShutdownNotice.to(asked.crew(), member, farewell)))
                .orElse(asked);
        return follow(told, now);
    }

    @Override
    public Transition leave(Departure departure, Instant now) {
        ExtensionMember member = crew.member(departure.participant()).orElseThrow();
        Turn gone = Departures.exit(crew, departure);
        Optional<Exit> judged = departure.exited().filter(exit -> !killed && ShutdownNotice.isDue(member));
        return follow(judged.map(exit -> judge(member, exit, gone, now)).orElse(gone), now);
    }

    /** An exit can be noticed before the wake-up that was due earlier. */
    private Turn judge(ExtensionMember member, Exit exit, Turn gone, Instant now) {
        Duration spare = Duration.between(now, farewell.deadline());
        if (spare.isNegative()) {
            return gone.and(new OverranShutdown(member.who(), member.told()));
        }
        return member.told() ? gone.and(new Acknowledged(member.who(), exit, spare)) : gone;
    }

    @Override
    public Transition overrun(Instant now) {
        return killed ? Ending.of(setting, crew, farewell) : kill(due(), now);
    }

    /** The others were killed when these were told. */
    private List<ExtensionMember> due() {
        return crew.livingExternals().stream().filter(ShutdownNotice::isDue).toList();
    }

    private Transition kill(List<ExtensionMember> members, Instant now) {
        List<Event> events = new ArrayList<>();
        for (ExtensionMember member : members) {
            if (ShutdownNotice.isDue(member)) {
                events.add(new OverranShutdown(member.who(), member.told()));
            }
            events.add(new Signalled(member.who(), crew.generation(), Signal.SIGKILL));
        }
        return new StoppingExtensions(setting, crew, farewell, true, now.plus(Limits.REAPING))
                .settle(now)
                .after(events);
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return Transition.to(new StoppingExtensions(setting, crew, farewell.forGood(), killed, until));
    }
}
