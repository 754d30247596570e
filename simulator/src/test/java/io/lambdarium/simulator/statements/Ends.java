// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.event.CallEvent.Delivered;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the calls of a simulator ended that is closed. */
final class Ends {

    private Ends() {}

    /** Each is received once, answered or abandoned at most once, and otherwise its caller is gone. */
    static void assertEveryCallEndedOnce(Scene scene) {
        assertThat(calls(scene, Set.of(Received.class)).values()).allMatch(times -> times == 1);
        assertThat(calls(scene, Set.of(Answered.class, Abandoned.class)).values())
                .allMatch(times -> times == 1);
        assertThat(calls(scene, Set.of(Delivered.class, CallerGone.class)).values())
                .allMatch(times -> times == 1);
        assertThat(calls(scene, Set.of(Answered.class, Abandoned.class, CallerGone.class))
                        .keySet())
                .isEqualTo(calls(scene, Set.of(Received.class)).keySet());
    }

    private static Map<CallId, Long> calls(Scene scene, Set<Class<?>> kinds) {
        List<CallEvent> events = scene.lambda().journal().events(CallEvent.class);
        return events.stream()
                .filter(event -> kinds.contains(event.getClass()))
                .collect(groupingBy(CallEvent::call, counting()));
    }
}
