// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * What one call or one exit did to a crew, before the phase has said what follows from it.
 *
 * @param crew the crew afterwards
 * @param events what happened, in order
 */
record Turn(Crew crew, List<Event> events) {

    static Turn of(Crew crew, Event... events) {
        return new Turn(crew, List.of(events));
    }

    /** The call is refused; nothing else changes. */
    static Turn refuse(Crew crew, CallId call, Answer.Refused refusal) {
        return of(crew, new CallEvent.Answered(call, refusal));
    }

    Turn and(Event event) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        return new Turn(crew, more);
    }

    /** This turn and then that one, which began with this one's crew. */
    Turn then(Turn later) {
        if (events.isEmpty()) {
            return later;
        }
        List<Event> all = new ArrayList<>(events);
        all.addAll(later.events);
        return new Turn(later.crew, all);
    }
}
