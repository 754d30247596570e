// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.say;

import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an invocation has no environment. */
final class RequestFindings {

    private RequestFindings() {}

    static Stream<String> throttled(Chronicle chronicle) {
        Glossary words = Glossary.of(chronicle);
        return chronicle
                .all(Throttled.class)
                .map(throttled -> say(
                        "Invocation %s was throttled: %s. Invoke less at once, or deploy with a higher concurrency(…); 0 "
                                + "throttles everything.",
                        words.request(throttled.requestId()), Untrusted.text(throttled.reason())));
    }

    /** In real time that is over in a moment. */
    static Stream<String> waiting(Chronicle chronicle) {
        Glossary words = Glossary.of(chronicle);
        Set<String> placed = Stream.concat(
                        chronicle.all(Assigned.class).map(Assigned::requestId),
                        chronicle.all(Throttled.class).map(Throttled::requestId))
                .collect(Collectors.toSet());
        return chronicle
                .all(Requested.class)
                .map(Requested::requestId)
                .filter(requestId -> !placed.contains(requestId))
                .map(requestId -> say(
                        "Invocation %s waits for an environment that has answered its last invocation but is not idle "
                                + "yet. It gets another one soon; in virtual time, advance the clock for that.",
                        words.request(requestId)));
    }
}
