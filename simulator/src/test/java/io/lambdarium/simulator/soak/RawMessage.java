// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.soak;

/** A request or a response: the first line with all fields, and the body. */
public record RawMessage(String head, byte[] body) {

    /** The field's value, or nothing. */
    public String field(String name) {
        return field(head, name);
    }

    /** Whether it begins like that. */
    public boolean begins(String with) {
        return head.startsWith(with);
    }

    static String field(String head, String name) {
        int line = head.indexOf('\n') + 1;
        while (line > 0 && !isField(head, line, name)) {
            line = head.indexOf('\n', line) + 1;
        }
        return line == 0
                ? ""
                : head.substring(line + name.length() + 1, head.indexOf('\r', line))
                        .trim();
    }

    private static boolean isField(String head, int line, String name) {
        int colon = line + name.length();
        return colon < head.length()
                && head.charAt(colon) == ':'
                && head.regionMatches(true, line, name, 0, name.length());
    }
}
