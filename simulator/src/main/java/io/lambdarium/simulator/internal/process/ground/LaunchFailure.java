// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program could not be executed. */
final class LaunchFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** As Java puts what the system says: {@code error=2, No such file}, or since 25 {@code error: 2 (No such file)}. */
    private static final Pattern ERROR = Pattern.compile("error(?:=\\d+, |: \\d+ \\()([^)]*)");

    private final String reason;

    private LaunchFailure(String reason, IOException cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Why, in Go's words. */
    String reason() {
        return reason;
    }

    /** Go's words are those of C, in lower case. */
    static LaunchFailure of(String program, IOException cause) {
        Matcher error = ERROR.matcher(String.valueOf(cause.getMessage()));
        String reason = error.find() ? error.group(1) : String.valueOf(cause.getMessage());
        String lower = reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
        return new LaunchFailure("fork/exec " + program + ": " + lower, cause);
    }
}
