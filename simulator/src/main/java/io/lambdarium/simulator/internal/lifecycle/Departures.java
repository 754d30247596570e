// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.internal.lifecycle.Input.CallerLeft;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a crew is when somebody has left it: a process that ended, or a caller that hung up. */
final class Departures {

    private Departures() {}

    /** Whether that exit is one of a living member of this generation. */
    static boolean concerns(Crew crew, Departure departure) {
        return departure.generation() == crew.generation() && isAlive(crew, departure.participant());
    }

    private static boolean isAlive(Crew crew, Participant who) {
        return who.equals(Participant.RUNTIME)
                ? crew.runtime().state().isAlive()
                : crew.member(who).map(member -> member.state().isAlive()).orElse(false);
    }

    /** Its process is gone, and so are the connections of its calls. */
    static Turn exit(Crew crew, Departure departure) {
        List<Event> events = new ArrayList<>();
        events.add(departure.event());
        if (departure.participant().equals(Participant.RUNTIME)) {
            crew.runtime().parked().forEach(call -> events.add(new Abandoned(call)));
            return new Turn(crew.with(new RuntimeMember(RuntimeState.EXITED, List.of())), events);
        }
        ExtensionMember member = crew.member(departure.participant()).orElseThrow();
        member.parked().ifPresent(call -> events.add(new Abandoned(call)));
        ExtensionState state =
                member.told() && !departure.exited().map(Exit::isClean).orElse(true)
                        ? ExtensionState.SHUTDOWN_FAILED
                        : ExtensionState.EXITED;
        return new Turn(crew.with(member.unparked().in(state)), events);
    }

    /** The kernel killed the runtime: that is why it exits. */
    static Crew outOfMemory(Crew crew, RanOutOfMemory victim) {
        boolean ofRuntime = victim.participant().equals(Participant.RUNTIME) && !victim.child();
        return ofRuntime && victim.generation() == crew.generation()
                ? crew.failing(new Crew.Fatal("Runtime.OutOfMemory", Optional.empty()))
                : crew;
    }

    /** A dead poll of the runtime leaves the queue; an extension's state stays as it is, as in AWS's code. */
    static Crew hangUp(Crew crew, CallerLeft left) {
        CallId call = left.call();
        if (crew.runtime().parked().contains(call)) {
            return crew.with(crew.runtime().without(call));
        }
        Optional<ExtensionMember> waiting = crew.extensions().stream()
                .filter(member -> member.parked().equals(Optional.of(call)))
                .findFirst();
        return waiting.map(member -> crew.with(member.unparked())).orElse(crew);
    }
}
