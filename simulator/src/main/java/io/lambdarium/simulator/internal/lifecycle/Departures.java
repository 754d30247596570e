// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.internal.lifecycle.Input.CallerLeft;
import io.lambdarium.simulator.internal.lifecycle.Input.Exited;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a crew is when somebody has left it: a process that ended, or a caller that hung up. */
final class Departures {

    private Departures() {}

    /** Whether that exit is one of a living member of this generation. */
    static boolean concerns(Crew crew, Exited exited) {
        return exited.generation() == crew.generation() && isAlive(crew, exited.participant());
    }

    private static boolean isAlive(Crew crew, Participant who) {
        return who.equals(Participant.RUNTIME)
                ? crew.runtime().state().isAlive()
                : crew.member(who).map(member -> member.state().isAlive()).orElse(false);
    }

    /** Its process is gone, and so are the connections of its calls. */
    static Turn exit(Crew crew, Exited exited) {
        List<Event> events = new ArrayList<>();
        events.add(exited.event());
        if (exited.participant().equals(Participant.RUNTIME)) {
            crew.runtime().parked().forEach(call -> events.add(new Abandoned(call)));
            return new Turn(crew.with(new RuntimeMember(RuntimeState.EXITED, List.of())), events);
        }
        ExtensionMember member = crew.member(exited.participant()).orElseThrow();
        member.parked().ifPresent(call -> events.add(new Abandoned(call)));
        ExtensionState state =
                member.told() && !exited.exit().isClean() ? ExtensionState.SHUTDOWN_FAILED : ExtensionState.EXITED;
        return new Turn(crew.with(member.unparked().in(state)), events);
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
