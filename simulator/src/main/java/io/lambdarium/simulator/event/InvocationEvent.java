// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;

/** What became of an invocation. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface InvocationEvent extends Event {

    /** The id of the invocation. */
    String requestId();

    /** What an invocation found when it was given an environment. */
    enum Start {
        /** An environment that had to be started for it. */
        COLD,
        /** An environment that was idle, or became so in time. */
        WARM,
        /** An environment that was reset and must be initialized inside the invocation. */
        AFTER_RESET
    }

    /** How an invocation ended, as REPORT puts it. */
    enum Status {
        /** The runtime answered, be it with an error of the function. */
        SUCCESS,
        /** A process ended. */
        ERROR,
        /** Somebody overran the function timeout. */
        TIMEOUT
    }

    /**
     * Somebody invoked the function.
     *
     * @param request what is asked of it
     */
    record Requested(InvocationRequest request) implements InvocationEvent {
        @Override
        public String requestId() {
            return request.requestId();
        }
    }

    /**
     * There was no environment and no leave to start one.
     *
     * @param requestId which invocation
     * @param reason AWS's name of the limit
     */
    record Throttled(String requestId, String reason) implements InvocationEvent {}

    /**
     * An environment was chosen for it.
     *
     * @param requestId which invocation
     * @param environment which environment
     * @param start what it finds there
     */
    record Assigned(String requestId, EnvironmentId environment, Start start) implements InvocationEvent {}

    /**
     * Its clock runs: the event goes out to the runtime and to the extensions that asked for INVOKE.
     *
     * @param requestId which invocation
     * @param deadline when it times out
     */
    record Started(String requestId, Instant deadline) implements InvocationEvent {}

    /**
     * The runtime answered, and the caller has its result.
     *
     * @param requestId which invocation
     * @param call the call that carried the answer
     * @param size the number of bytes
     * @param streamed whether the runtime said that it streams
     */
    record Responded(String requestId, CallId call, long size, boolean streamed) implements InvocationEvent {}

    /**
     * The runtime reported an error of the function or of its own start, and the caller has it verbatim.
     *
     * @param requestId which invocation
     * @param call the call that carried the error
     * @param errorType the validated type of the error
     */
    record ErrorReported(String requestId, CallId call, String errorType) implements InvocationEvent {}

    /**
     * The platform failed the invocation, and the caller is told why.
     *
     * @param requestId which invocation
     * @param failure why
     */
    record Failed(String requestId, Failure failure) implements InvocationEvent {}

    /**
     * The function timeout passed before the runtime answered, and the caller is told.
     *
     * @param requestId which invocation
     * @param timeout the function timeout
     */
    record TimedOut(String requestId, Duration timeout) implements InvocationEvent {}

    /**
     * The runtime is done with it: it asked for the next one, died, or was too slow.
     *
     * @param requestId which invocation
     * @param status how
     * @param took how long it had the event
     */
    record RuntimeDone(String requestId, Status status, Duration took) implements InvocationEvent {}

    /**
     * Everybody is done with it; what REPORT would say.
     *
     * @param requestId which invocation
     * @param status how it ended
     * @param errorType AWS's name of the error, or empty
     * @param duration from its start until everybody was done
     * @param initDuration how long the initialization took that was made for it ahead of its start
     */
    record Completed(
            String requestId, Status status, String errorType, Duration duration, Optional<Duration> initDuration)
            implements InvocationEvent {}
}
