// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Glossary.seconds;
import static io.lambdarium.simulator.internal.report.Phrase.on;

import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.CameToRest;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.MemoryUsed;
import io.lambdarium.simulator.event.EnvironmentEvent.RuntimeInitialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Failure;
import java.util.Map;

/** What is said of an execution environment. */
final class EnvironmentPhrases {

    private EnvironmentPhrases() {}

    static Map<Class<? extends Event>, Phrase<?>> all() {
        return Map.ofEntries(
                on(Started.class, (event, words) -> event.ahead() ? "started ahead of any invocation" : "started"),
                on(
                        InitializationStarted.class,
                        (event, words) -> (event.phase() == InitPhase.INVOKE
                                        ? "is initialized inside the invocation; must be done by "
                                        : "must be initialized by ")
                                + words.moment(event.deadline())),
                on(RuntimeInitialized.class, (event, words) -> "closes registration: the runtime asked for an event"),
                on(Initialized.class, (event, words) -> "initialized after " + seconds(event.took())),
                on(
                        InitializationFailed.class,
                        (event, words) -> "initialization failed after " + seconds(event.took()) + ": "
                                + failure(event.failure())),
                on(
                        InitializationTimedOut.class,
                        (event, words) -> "initialization timed out after " + seconds(event.limit())),
                on(Idled.class, (event, words) -> "idle"),
                on(
                        Broke.class,
                        (event, words) ->
                                "broken by " + Phrases.name(event.participant()) + ": " + failure(event.failure())),
                on(
                        Stopping.class,
                        (event, words) -> (event.reset() ? "is reset: " : "shuts down: ") + event.reason()
                                + "; must be empty by " + words.moment(event.deadline())),
                on(WasReset.class, (event, words) -> "empty; the next invocation initializes it"),
                on(Terminated.class, (event, words) -> "terminated: " + event.reason()));
    }

    /** What is said of its rest. */
    static Map<Class<? extends Event>, Phrase<?>> ofRest() {
        return Map.ofEntries(
                on(CameToRest.class, (event, words) -> event.freezes() ? "comes to rest and freezes" : "comes to rest"),
                on(Frozen.class, (event, words) -> "frozen"),
                on(Thawed.class, (event, words) -> "thawed"),
                on(MemoryUsed.class, (event, words) -> "uses " + Glossary.megabytes(event.bytes()) + " of memory"));
    }

    static String failure(Failure failure) {
        String type = Untrusted.text(failure.errorType());
        return failure.message().isEmpty() ? type : type + " (" + Untrusted.text(failure.message()) + ")";
    }
}
