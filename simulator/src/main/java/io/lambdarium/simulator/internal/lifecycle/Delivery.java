// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.InvocationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One invocation in one environment.
 *
 * @param request what is asked
 * @param invocationId new for every delivery; newer runtimes echo it
 * @param since when its duration began to be counted: with the initialization inside it, if there was one
 * @param started when its clock began to run
 * @param deadline when it times out
 * @param init how long the initialization took that was made for it, if it was cold
 * @param last whether the environment shuts down after it
 */
record Delivery(
        InvocationRequest request,
        String invocationId,
        Instant since,
        Instant started,
        Instant deadline,
        Optional<Duration> init,
        boolean last) {

    String requestId() {
        return request.requestId();
    }

    Answer.NextInvocation answer() {
        return new Answer.NextInvocation(request, invocationId, deadline);
    }

    Delivery asLast() {
        return new Delivery(request, invocationId, since, started, deadline, init, true);
    }

    /** What a report counts. Source: extensions-telemetry §3.2 (recorded). */
    Duration duration(Instant now) {
        return Duration.between(since, now);
    }

    /** How long the runtime has had the event. */
    Duration took(Instant now) {
        return Duration.between(started, now);
    }

    /** The runtime echoes the id of another delivery; one that echoes nothing is an old runtime. */
    boolean contradicts(Optional<String> echo) {
        return echo.isPresent() && !echo.get().equals(invocationId);
    }
}
