// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lambdarium.simulator.internal.lifecycle.Limits;
import java.util.Set;

/** Which events Lambda lets in. */
final class EventRules {

    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final int LONGEST_WORD = 5;

    private EventRules() {}

    static void require(Payload event) {
        if (event.size() > Limits.EVENT) {
            throw new SimulatorException("Cannot invoke with an event of " + event.size()
                    + " bytes: Lambda refuses more than " + Limits.EVENT + " with 413. Send a smaller one.");
        }
        if (!mayBeJson(event)) {
            throw new SimulatorException(
                    "Cannot invoke with the event " + event + ": it is no JSON, which Lambda refuses with "
                            + "InvalidRequestContentException. Send JSON; a text has quotes around it.");
        }
    }

    /** By its two ends alone: to read all of it would take longer than all else that an invocation with a large event takes. */
    private static boolean mayBeJson(Payload event) {
        byte[] bytes = event.bytes();
        int from = 0;
        int to = bytes.length;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        return from == to || mayBeJson(bytes, from, to);
    }

    private static boolean mayBeJson(byte[] bytes, int from, int to) {
        byte last = bytes[to - 1];
        return switch (bytes[from]) {
            case '{' -> last == '}';
            case '[' -> last == ']';
            case '"' -> last == '"' && to - from > 1;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> last >= '0' && last <= '9';
            default -> to - from <= LONGEST_WORD && WORDS.contains(new String(bytes, from, to - from, US_ASCII));
        };
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }
}
