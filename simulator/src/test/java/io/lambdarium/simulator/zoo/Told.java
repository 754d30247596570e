// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import java.time.Duration;

/** What callers are told, byte for byte. */
final class Told {

    private Told() {}

    static Outcome answer(String text) {
        return new Outcome.Succeeded(Payload.of(text));
    }

    static Outcome failure(Invocation invocation, String errorType, String message) {
        return new Outcome.Failed(errorType, error(invocation, errorType, message));
    }

    /** Without a message. */
    static Outcome failure(String errorType) {
        return new Outcome.Failed(errorType, Payload.of("{\"errorType\":\"" + errorType + "\"}"));
    }

    /** For a function timeout of so many seconds. */
    static Outcome timeout(Invocation invocation, int seconds) {
        return new Outcome.TimedOut(
                Duration.ofSeconds(seconds),
                error(invocation, "Sandbox.Timedout", "Task timed out after %d.00 seconds".formatted(seconds)));
    }

    private static Payload error(Invocation invocation, String errorType, String message) {
        return Payload.of("{\"errorType\":\"%s\",\"errorMessage\":\"RequestId: %s Error: %s\"}"
                .formatted(errorType, invocation.requestId(), message));
    }
}
