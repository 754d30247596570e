// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.event.InvocationEvent;
import java.util.Locale;

/**
 * How something went, as AWS's telemetry tells it.
 *
 * @param status in what class
 * @param errorType AWS's name of the error; empty for none
 */
record Result(Status status, String errorType) {

    static final Result SUCCESS = new Result(Status.SUCCESS, "");

    /** A timeout has no error type there (T-077). */
    static final Result TIMEOUT = new Result(Status.TIMEOUT, "");

    /** Whose fault it is. Source: lifecycle §1.8. */
    enum Status {
        SUCCESS,
        /** The function's, or an extension's. */
        ERROR,
        /** Lambda's. */
        FAILURE,
        TIMEOUT;

        /** As it stands in a log. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Source: lifecycle §2.4. */
    static Result error(String errorType) {
        return new Result(errorType.startsWith("Sandbox.") ? Status.FAILURE : Status.ERROR, errorType);
    }

    static Result of(InvocationEvent.Status status, String errorType) {
        return switch (status) {
            case SUCCESS -> SUCCESS;
            case ERROR -> error(errorType);
            case TIMEOUT -> TIMEOUT;
        };
    }

    boolean isSuccess() {
        return status == Status.SUCCESS;
    }
}
