// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.time.Duration;
import org.apiguardian.api.API;

/** How an invocation ended for its caller. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Outcome {

    /** What the caller got. */
    Payload payload();

    /**
     * The runtime answered.
     *
     * @param payload what it answered
     */
    record Succeeded(Payload payload) implements Outcome {}

    /**
     * The function, the runtime or an extension failed; the caller sees {@code FunctionError: Unhandled}.
     *
     * @param errorType AWS's name of the error, or the one that the runtime gave
     * @param payload the error as JSON
     */
    record Failed(String errorType, Payload payload) implements Outcome {}

    /**
     * The function timeout passed.
     *
     * @param timeout the timeout
     * @param payload the error as JSON
     */
    record TimedOut(Duration timeout, Payload payload) implements Outcome {}

    /**
     * Too many invocations ran already; the caller sees 429.
     *
     * @param reason AWS's name of the limit
     * @param payload the error as JSON
     */
    record Throttled(String reason, Payload payload) implements Outcome {}

    /**
     * The simulator was closed before there was a result.
     *
     * @param payload empty
     */
    record Lost(Payload payload) implements Outcome {}
}
