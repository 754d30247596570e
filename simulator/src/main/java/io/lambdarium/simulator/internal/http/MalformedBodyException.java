// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

/** A body is not what the API takes. */
final class MalformedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedBodyException(String words) {
        super(words);
    }

    /** AWS's words for what is wrong. */
    String words() {
        return String.valueOf(getMessage());
    }
}
