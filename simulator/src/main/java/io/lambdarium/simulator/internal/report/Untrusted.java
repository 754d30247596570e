// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import java.util.stream.Collectors;

/** Text that a participant chose: it may neither steer a terminal, nor forge a line, nor fill the screen. */
public final class Untrusted {

    private static final int READABLE = 80;

    private Untrusted() {}

    static String text(String raw) {
        return text(raw, READABLE);
    }

    /** Safe, and cut after that many characters. */
    public static String text(String raw, int limit) {
        String readable =
                raw.codePoints().limit(limit).mapToObj(Untrusted::readable).collect(Collectors.joining());
        return raw.codePointCount(0, raw.length()) > limit ? readable + "…" : readable;
    }

    private static String readable(int character) {
        if (character == ' ' || isPlain(character)) {
            return Character.toString(character);
        }
        return character > 0xFFFF ? String.format("\\u{%x}", character) : String.format("\\u%04x", character);
    }

    /** Neither invisible nor reordering its neighbors, as bidirectional controls do, nor half a character. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
