// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Cuts what a process writes into lines. What is not UTF-8 is replaced, so that it can be seen that something was there.
 *
 * <p>A line that is not finished waits for its end: a rest does not cut it in two, only the end of the process does.
 */
final class Lines implements Splitter {

    /** The largest event that CloudWatch takes; whatever is longer is cut. Source: CloudWatch Logs quotas, 256 KB. */
    static final int LONGEST = 256 << 10;

    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final BiConsumer<String, Integer> tell;

    /** Tells lines, and how many bytes they had. */
    Lines(BiConsumer<String, Integer> tell) {
        this.tell = tell;
    }

    @Override
    public void add(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                append(bytes, start, i);
                finish();
                start = i + 1;
            }
        }
        append(bytes, start, to);
    }

    @Override
    public void end() {
        if (begun.size() > 0) {
            finish();
        }
    }

    private void append(byte[] bytes, int from, int to) {
        int start = from;
        while (begun.size() + to - start > LONGEST) {
            int end = beforeLetter(bytes, start, start + LONGEST - begun.size());
            begun.write(bytes, start, end - start);
            finish();
            start = end;
        }
        begun.write(bytes, start, to - start);
    }

    /** A letter has up to four bytes, and all but the first of them can be told from it. */
    private static int beforeLetter(byte[] bytes, int from, int cut) {
        int end = cut;
        while (end > from && cut - end < 4 && (bytes[end] & CONTINUATION_MASK) == CONTINUATION) {
            end--;
        }
        return end > from ? end : cut;
    }

    private void finish() {
        tell.accept(begun.toString(StandardCharsets.UTF_8), begun.size());
        begun.reset();
    }
}
