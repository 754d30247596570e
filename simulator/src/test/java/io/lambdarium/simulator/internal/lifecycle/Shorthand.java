// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events in as few words as tell them apart. */
final class Shorthand {

    private Shorthand() {}

    /** All of them, in order; what comes several times is counted. The arrival of a call goes without saying. */
    static String of(List<Event> events) {
        Map<String, Long> counted = events.stream()
                .filter(event -> !(event instanceof CallEvent.Received))
                .map(Shorthand::of)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getKey() + " ×" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    static String of(Event event) {
        if (event instanceof CallEvent.Answered answered) {
            return of(answered.answer());
        }
        if (event instanceof Signalled signalled) {
            return signalled.signal() + " " + signalled.participant();
        }
        if (event instanceof Launched launched) {
            return "launch " + launched.participant();
        }
        if (event instanceof CallEvent.Abandoned) {
            return "hang up";
        }
        if (event instanceof EnvironmentEvent.Stopping stopping) {
            return "Stopping " + stopping.reason();
        }
        return event.getClass().getSimpleName();
    }

    private static String of(Answer answer) {
        return answer instanceof Answer.Refused refused
                ? "refuse " + refused.status() + " " + refused.errorType()
                : "answer " + answer.getClass().getSimpleName();
    }
}
