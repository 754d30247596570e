// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.nio.charset.StandardCharsets;

/** Text that can stand in a header field, whoever wrote it. */
final class HeaderText {

    private HeaderText() {}

    /** The text in UTF-8, one character for a byte as Undertow writes it; line breaks, which would end the field, are blanks. */
    static String safe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return escape(text);
            }
        }
        return text;
    }

    private static String escape(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0) {
                bytes[i] = ' ';
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
