// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.util.Arrays;

/** What is sent: a text in JSON, of some size. */
final class Event {

    private Event() {}

    static byte[] of(int size) {
        byte[] text = new byte[size];
        Arrays.fill(text, (byte) 'x');
        text[0] = '"';
        text[size - 1] = '"';
        return text;
    }
}
