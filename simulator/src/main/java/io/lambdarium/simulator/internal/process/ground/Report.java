// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a keeper says: a letter, whom it is about, and the rest. */
final class Report {

    private final char letter;
    private final int number;
    private final byte[] content;

    private Report(char letter, int number, byte[] content) {
        this.letter = letter;
        this.number = number;
        this.content = content;
    }

    /** Waits for one. */
    static Report readFrom(DataInputStream stream) throws IOException {
        char letter = (char) stream.readByte();
        int number = stream.readInt();
        byte[] content = new byte[stream.readInt()];
        stream.readFully(content);
        return new Report(letter, number, content);
    }

    char letter() {
        return letter;
    }

    int number() {
        return number;
    }

    byte[] content() {
        return content;
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
