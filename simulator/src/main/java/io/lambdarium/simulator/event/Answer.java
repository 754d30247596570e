// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import java.time.Instant;
import org.apiguardian.api.API;

/** What a call is told. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Answer {

    /** 202: accepted. */
    record Accepted() implements Answer {}

    /** 200 {@code pong}. */
    record Pong() implements Answer {}

    /**
     * The runtime's next invocation.
     *
     * @param request what is asked of the function
     * @param invocationId new for every delivery; newer runtimes echo it
     * @param deadline when the function times out
     */
    record NextInvocation(InvocationRequest request, String invocationId, Instant deadline) implements Answer {}

    /**
     * An extension is registered.
     *
     * @param identifier what it must send with every later call
     * @param functionName the function's name
     * @param functionVersion the function's version
     * @param handler the configured handler
     * @param accountId the account, or empty if it was not asked for
     */
    record Registered(String identifier, String functionName, String functionVersion, String handler, String accountId)
            implements Answer {}

    /**
     * An extension is told of an invocation.
     *
     * @param eventId new for every delivery
     * @param request what is asked of the function
     * @param deadline when the function times out
     */
    record InvokeEvent(String eventId, InvocationRequest request, Instant deadline) implements Answer {}

    /**
     * An extension is told to shut down.
     *
     * @param reason why
     * @param deadline when it must have exited
     */
    record ShutdownEvent(ShutdownReason reason, Instant deadline) implements Answer {}

    /**
     * An error with AWS's JSON body.
     *
     * @param status the HTTP status
     * @param errorType AWS's name of the error
     * @param errorMessage AWS's words for it
     */
    record Refused(int status, String errorType, String errorMessage) implements Answer {}

    /** 404: no such path. */
    record NotFound() implements Answer {}

    /**
     * 405: no such method on this path.
     *
     * @param allow the method that would be right
     */
    record MethodNotAllowed(String allow) implements Answer {}
}
