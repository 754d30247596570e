// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import java.util.ArrayList;
import java.util.List;

/** What is left to do when everybody is gone, or must go at once. */
final class Ending {

    private Ending() {}

    /** Everybody is gone. */
    static Transition of(Setting setting, Crew crew, Farewell farewell) {
        List<Event> events = new ArrayList<>(abandon(crew.parked()));
        events.addAll(farewell.lastWords());
        Crew nobody = crew.emptied();
        events.add(farewell.reset() ? new WasReset() : new EnvironmentEvent.Terminated(farewell.reason()));
        return Transition.to(farewell.reset() ? new Vacant(setting, nobody) : new Terminated(nobody), events);
    }

    /** Everybody must go at once. */
    static Transition abruptly(Phase phase) {
        Crew crew = phase.crew();
        List<Event> events = new ArrayList<>(abandon(phase.openCalls()));
        if (crew.runtime().state().isAlive()) {
            events.add(kill(Participant.RUNTIME, crew));
        }
        crew.livingExternals().forEach(member -> events.add(kill(member.who(), crew)));
        events.addAll(phase.lastWords());
        events.add(new EnvironmentEvent.Terminated(ShutdownReason.SPINDOWN));
        return Transition.to(new Terminated(crew.emptied()), events);
    }

    static List<Event> abandon(List<CallId> calls) {
        List<Event> events = new ArrayList<>(calls.size());
        for (CallId call : calls) {
            events.add(new Abandoned(call));
        }
        return events;
    }

    private static Signalled kill(Participant who, Crew crew) {
        return new Signalled(who, crew.generation(), Signal.SIGKILL);
    }
}
