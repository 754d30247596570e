// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that Lambda itself has to tell of an environment. Source: extensions-telemetry §4.6. */
sealed interface PlatformRecord {

    /**
     * An initialization began.
     *
     * @param phase which one
     * @param function what is deployed
     * @param logStream the log stream of the environment
     */
    record InitStart(InitPhase phase, LambdaFunction function, String logStream) implements PlatformRecord {}

    /**
     * The runtime is initialized, or never will be; told only if it was launched.
     *
     * @param phase of which initialization
     * @param result how it went
     */
    record InitRuntimeDone(InitPhase phase, Result result) implements PlatformRecord {}

    /**
     * How far an extension came in an initialization that is over.
     *
     * @param name its name
     * @param state AWS's word for where it is
     * @param events what it registered for
     * @param errorType AWS's name of its error; may be empty
     */
    record Extension(String name, String state, Set<Subscription> events, String errorType) implements PlatformRecord {}

    /**
     * An initialization is over.
     *
     * @param phase which one
     * @param result how it went
     * @param took how long it took
     */
    record InitReport(InitPhase phase, Result result, Duration took) implements PlatformRecord {}

    /**
     * An invocation begins.
     *
     * @param requestId which one
     */
    record Start(String requestId) implements PlatformRecord {}

    /**
     * The runtime is done with an invocation.
     *
     * @param requestId which one
     * @param result how it went
     * @param took how long the runtime had it
     * @param response what it answered; empty if it did not
     */
    record RuntimeDone(String requestId, Result result, Duration took, Optional<Response> response)
            implements PlatformRecord {}

    /**
     * Everybody is done with an invocation.
     *
     * @param requestId which one
     * @param result how it went
     * @param metrics what it cost
     * @param extensionOverhead how long extensions needed after the runtime, if there are any
     */
    record Report(String requestId, Result result, Metrics metrics, Optional<Span> extensionOverhead)
            implements PlatformRecord {}

    /**
     * What an invocation cost.
     *
     * @param duration how long everybody had it
     * @param billed whole milliseconds to pay for
     * @param memorySize megabytes that there are
     * @param maxMemoryUsed megabytes that were used at most, in the whole life of the environment so far
     * @param init how long the initialization took that was made for it ahead of its start
     */
    record Metrics(Duration duration, long billed, int memorySize, long maxMemoryUsed, Optional<Duration> init) {}

    /**
     * An answer of the runtime.
     *
     * @param size the number of its bytes
     * @param spans the parts of the runtime's work
     */
    record Response(long size, List<Span> spans) {}

    /**
     * A part of the work.
     *
     * @param name AWS's name of it
     * @param start when it began
     * @param took how long it took
     */
    record Span(String name, Instant start, Duration took) {

        static Span between(String name, Instant start, Instant end) {
            return new Span(name, start, Duration.between(start, end));
        }
    }
}
