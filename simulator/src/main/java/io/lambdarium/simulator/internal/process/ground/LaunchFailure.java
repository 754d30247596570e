// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;

/** A program could not be executed. */
final class LaunchFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private LaunchFailure(String reason, IOException cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Why, in Go's words. */
    String reason() {
        return reason;
    }

    static LaunchFailure of(String program, IOException cause) {
        String words =
                SystemError.in(cause).map(SystemError::words).orElseGet(() -> String.valueOf(cause.getMessage()));
        return new LaunchFailure("fork/exec " + program + ": " + words, cause);
    }
}
