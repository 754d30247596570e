// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Payload;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a body threw, in a line. It may be hostile: its message may be long, made on demand, and throw in its turn. */
final class Thrown {

    private Thrown() {}

    /** Its type, its place and its message. */
    static String described(Throwable thrown) {
        String type = thrown.getClass().getName();
        try {
            String message = firstLine(thrown.getMessage());
            return type + place(thrown) + (message.isEmpty() ? "" : ": " + message);
        } catch (Throwable e) {
            return type;
        }
    }

    /** The first line that is not the JDK's: most likely one of the body. */
    private static String place(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> !String.valueOf(frame.getModuleName()).matches("(java|jdk)\\..*"))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    static String firstLine(@Nullable String message) {
        return message == null
                ? ""
                : Payload.of(message.lines().findFirst().orElse("")).toString();
    }
}
