// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

/** JSON strings as Go writes them: safe in HTML, and never half of a character. Source: runtime-invoke §1.1. */
final class JsonText {

    private JsonText() {}

    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(character -> append(json, character));
        return json.append('"').toString();
    }

    private static void append(StringBuilder json, int character) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> appendPlain(json, character);
        }
    }

    private static void appendPlain(StringBuilder json, int character) {
        boolean halfCharacter = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean markup = character == '<' || character == '>' || character == '&';
        boolean lineEnd = character == '\u2028' || character == '\u2029';
        if (halfCharacter) {
            json.append("\\ufffd");
        } else if (character < ' ' || markup || lineEnd) {
            json.append(String.format("\\u%04x", character));
        } else {
            json.appendCodePoint(character);
        }
    }
}
