// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.util.regex.Pattern;

/** What Lambda makes of the error type that a runtime reports. Source: runtime-invoke §1.8. */
final class ErrorTypes {

    /** Sought anywhere, not from beginning to end. */
    private static final Pattern ACCEPTED = Pattern.compile("(Runtime|Function)\\.[A-Z][a-zA-Z]+");

    private ErrorTypes() {}

    static String valid(String reported) {
        if (ACCEPTED.matcher(reported).find()) {
            return reported;
        }
        return reported.startsWith("Function.") ? "Function.Unknown" : "Runtime.Unknown";
    }
}
