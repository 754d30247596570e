// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.lifecycle.Crew.Fatal;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an initialization goes wrong. One ahead of an invocation is made again inside it, and nobody is told; one inside an
 * invocation fails it. Source: lifecycle §1.6.
 */
final class FailedInit {

    private FailedInit() {}

    /** A process ended. */
    static Transition byExit(Inhabited phase, Occasion occasion, Departure departure, Instant now) {
        Failure failure = departure.failure(phase.crew());
        Turn turn = Departures.exit(phase.crew(), departure);
        return because(phase.with(turn.crew()), occasion, failure, now).after(turn.events());
    }

    /** Whatever it was. */
    static Transition because(Inhabited phase, Occasion occasion, Failure failure, Instant now) {
        List<Event> told = occasion.inside()
                .map(request -> tell(phase.crew().fatal(), request.requestId(), failure))
                .orElse(List.of());
        return stop(phase, occasion, ShutdownReason.FAILURE, failure.errorType(), now)
                .after(told)
                .after(start(occasion))
                .after(new InitializationFailed(occasion.phase(), failure, occasion.took(now)));
    }

    /** The body of an init error reaches the caller verbatim; it needs the exit to take effect (R-105, L-035). */
    private static List<Event> tell(Optional<Fatal> fatal, String requestId, Failure failure) {
        return List.of(fatal.flatMap(Fatal::body)
                .<Event>map(call -> new InvocationEvent.ErrorReported(requestId, call, failure.errorType()))
                .orElseGet(() -> new InvocationEvent.Failed(requestId, failure)));
    }

    /** Its time is over. */
    static Transition byTime(Inhabited phase, Occasion occasion, Instant now) {
        List<Event> told = occasion.inside()
                .map(request -> List.<Event>of(new InvocationEvent.TimedOut(request.requestId(), occasion.limit())))
                .orElse(List.of());
        return stop(phase, occasion, ShutdownReason.TIMEOUT, "Sandbox.Timedout", now)
                .after(told)
                .after(start(occasion))
                .after(new InitializationTimedOut(occasion.phase(), occasion.limit()));
    }

    /** The environment is to end; only an invocation that contains the initialization lets it go on. */
    static Optional<Transition> byOrder(Inhabited phase, Occasion occasion, ShutDown order, Instant now) {
        return occasion.inside().isPresent()
                ? Optional.empty()
                : Optional.of(StoppingRuntime.begin(
                        phase.setting(), phase.crew(), Farewell.of(order.reason(), false, List.of()), now));
    }

    /** An invocation starts even if its initialization failed (L-074). */
    private static List<Event> start(Occasion occasion) {
        return occasion.inside()
                .map(request -> List.<Event>of(new Started(request.requestId(), occasion.deadline())))
                .orElse(List.of());
    }

    private static Transition stop(
            Inhabited phase, Occasion occasion, ShutdownReason reason, String errorType, Instant now) {
        boolean late = reason == ShutdownReason.TIMEOUT;
        Status status = late ? Status.TIMEOUT : Status.ERROR;
        Duration took = late ? occasion.limit() : occasion.took(now);
        List<Event> lastWords = occasion.inside()
                .map(request ->
                        List.<Event>of(new Completed(request.requestId(), status, errorType, took, Optional.empty())))
                .orElse(List.of());
        Farewell farewell = Farewell.of(reason, !occasion.last(), lastWords);
        return StoppingRuntime.begin(phase.setting(), phase.crew(), farewell, now);
    }
}
