// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Glossary.bytes;
import static io.lambdarium.simulator.internal.report.Glossary.seconds;
import static io.lambdarium.simulator.internal.report.Phrase.on;

import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.util.Map;

/** What is said of an invocation. */
final class InvocationPhrases {

    private static final Map<Start, String> STARTS = Map.of(
            Start.COLD, "a cold start",
            Start.WARM, "a warm start",
            Start.AFTER_RESET, "which it has to initialize");

    private InvocationPhrases() {}

    static Map<Class<? extends Event>, Phrase<?>> all() {
        return Map.ofEntries(
                about(
                        Requested.class,
                        (event, words) -> "requested, " + bytes(event.request().size())),
                about(Throttled.class, (event, words) -> "throttled: " + Untrusted.text(event.reason())),
                about(Assigned.class, (event, words) -> place(event)),
                about(Started.class, (event, words) -> "started; must end by " + words.moment(event.deadline())),
                about(Responded.class, (event, words) -> "answered, " + size(event)),
                about(
                        ErrorReported.class,
                        (event, words) -> "answered with an error: " + Untrusted.text(event.errorType())),
                about(Failed.class, (event, words) -> "failed: " + EnvironmentPhrases.failure(event.failure())),
                about(TimedOut.class, (event, words) -> "timed out after " + seconds(event.timeout())),
                about(
                        RuntimeDone.class,
                        (event, words) ->
                                "done with by the runtime after " + seconds(event.took()) + ": " + event.status()),
                about(Completed.class, (event, words) -> completed(event)));
    }

    static String place(Assigned event) {
        return "given to " + event.environment() + ", " + STARTS.get(event.start());
    }

    static String size(Responded event) {
        return bytes(event.size()) + (event.streamed() ? ", streamed" : "");
    }

    private static String completed(Completed event) {
        String error = event.errorType().isEmpty() ? "" : " (" + Untrusted.text(event.errorType()) + ")";
        return "completed after " + seconds(event.duration()) + ": " + event.status() + error;
    }

    private static <E extends InvocationEvent> Map.Entry<Class<? extends Event>, Phrase<?>> about(
            Class<E> type, Phrase<E> phrase) {
        return on(type, (event, words) -> words.request(event.requestId()) + " " + phrase.of(event, words));
    }
}
