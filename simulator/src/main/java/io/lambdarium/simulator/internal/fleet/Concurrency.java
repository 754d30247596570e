// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import java.util.OptionalInt;

/**
 * How many invocations may run at once.
 *
 * @param reserved the function's own limit, if it has one
 */
public record Concurrency(OptionalInt reserved) {

    /** What an account has by default. Source: lifecycle §7.1. */
    private static final int ACCOUNT = 1000;

    int limit() {
        return reserved.orElse(ACCOUNT);
    }

    /** AWS's name of the limit. Source: runtime-invoke §4.4. */
    String reason() {
        return reserved.isPresent()
                ? "ReservedFunctionConcurrentInvocationLimitExceeded"
                : "ConcurrentInvocationLimitExceeded";
    }
}
