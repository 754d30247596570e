// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

/** A byte as Go quotes it in a message. */
final class GoCharacter {

    private GoCharacter() {}

    static String quoted(int character) {
        return "'" + escaped(character) + "'";
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 11 -> "\\v";
            default -> plain(character);
        };
    }

    private static String plain(int character) {
        if (character < ' ' || character == 0x7F) {
            return String.format("\\x%02x", character);
        }
        boolean unseen = (character >= 0x80 && character <= 0xA0) || character == 0xAD;
        return unseen ? String.format("\\u%04x", character) : Character.toString(character);
    }
}
