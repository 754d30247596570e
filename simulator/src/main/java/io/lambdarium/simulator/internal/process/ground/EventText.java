// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * The text of a log event, put together of what a process writes, and told when it is finished. What is longer than an event can
 * be becomes several, and is never cut through a letter. What is not UTF-8 is replaced, so that it can be seen that something
 * was there.
 */
final class EventText {

    /** The largest event that CloudWatch takes. Source: CloudWatch Logs quotas, 256 KB. */
    static final int LONGEST = 256 << 10;

    private static final int LONGEST_LETTER = 4;
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final BiConsumer<String, Integer> tell;

    /** Tells texts, and how many bytes they had. */
    EventText(BiConsumer<String, Integer> tell) {
        this.tell = tell;
    }

    void add(byte[] bytes, int from, int to) {
        int start = from;
        while (begun.size() + to - start > LONGEST) {
            int end = start + LONGEST - begun.size();
            begun.write(bytes, start, end - start);
            cutBefore(bytes[end]);
            start = end;
        }
        begun.write(bytes, start, to - start);
    }

    boolean isBegun() {
        return begun.size() > 0;
    }

    void finish() {
        tell.accept(begun.toString(StandardCharsets.UTF_8), begun.size());
        begun.reset();
    }

    /** Tells all but the beginning of the letter that this byte belongs to. */
    private void cutBefore(byte next) {
        byte[] all = begun.toByteArray();
        int end = continues(next) ? lastLetter(all) : all.length;
        begun.reset();
        begun.write(all, 0, end);
        finish();
        begun.write(all, end, all.length - end);
    }

    /** Where the last letter begins, if there is one: all its bytes but the first can be told from that. */
    private static int lastLetter(byte[] all) {
        int begin = all.length - 1;
        while (continues(all[begin]) && all.length - begin < LONGEST_LETTER) {
            begin--;
        }
        return continues(all[begin]) ? all.length : begin;
    }

    private static boolean continues(byte one) {
        return (one & CONTINUATION_MASK) == CONTINUATION;
    }
}
