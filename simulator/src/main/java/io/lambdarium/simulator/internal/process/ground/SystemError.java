// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the system did not start a process, as Java puts it: {@code error=2, No such file}, or since 25 {@code error: 2 (No such
 * file)}.
 *
 * @param number the system's
 * @param words Go's, which are those of C in lower case
 */
record SystemError(int number, String words) {

    static final int TEXT_FILE_BUSY = 26;

    private static final Pattern ERROR = Pattern.compile("error(?:=|: )(\\d+)(?:, | \\()([^)]*)");

    /** Java asks in the language of the user. These have the same number wherever there is no Windows. */
    private static final Map<Integer, String> WORDS = Map.of(
            2,
            "no such file or directory",
            7,
            "argument list too long",
            8,
            "exec format error",
            12,
            "cannot allocate memory",
            13,
            "permission denied",
            20,
            "not a directory",
            24,
            "too many open files",
            TEXT_FILE_BUSY,
            "text file busy");

    /** The one that it is about, if it is about one. */
    static Optional<SystemError> in(IOException failure) {
        Matcher error = ERROR.matcher(String.valueOf(failure.getMessage()));
        return error.find() ? Optional.of(of(Integer.parseInt(error.group(1)), error.group(2))) : Optional.empty();
    }

    private static SystemError of(int number, String otherwise) {
        return new SystemError(number, WORDS.getOrDefault(number, lower(otherwise)));
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
