// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/**
 * Takes framed logs apart: each frame is one text, which may have several lines. Whoever writes something else is read line by
 * line from there on. Source: lifecycle §5.3.
 */
final class LogFrames implements Splitter {

    private static final int FAMILY = 0xFFFF_FF00;
    private static final int KNOWN = 0xA55A_0000;
    private static final int TIMESTAMPED = 0b10;
    private static final int TYPE = 4;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;

    /** One that claims to be longer than all that is kept is none. */
    private static final long LONGEST = OutputLimit.KEPT;

    private final EventText text;
    private final Lines lines;
    private final ByteBuffer header = ByteBuffer.allocate(LONG_HEADER);
    /** How many bytes of a frame's text are still to come. */
    private int missing;

    private boolean raw;

    LogFrames(BiConsumer<String, Integer> tell) {
        this.text = new EventText(tell);
        this.lines = new Lines(tell);
    }

    @Override
    public void add(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !raw) {
            at = missing > 0 ? takeText(bytes, at, to) : takeHeader(bytes, at);
        }
        lines.add(bytes, at, to);
    }

    private int takeText(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + missing);
        text.add(bytes, from, end);
        missing -= end - from;
        if (missing == 0) {
            text.finish();
        }
        return end;
    }

    /** Takes one byte of it. */
    private int takeHeader(byte[] bytes, int at) {
        header.put(bytes[at]);
        if (header.position() >= TYPE && header.position() == length(header.getInt(0))) {
            begin(header.getInt(TYPE));
        }
        return at + 1;
    }

    /** Of one that is not known, no more than its type is read. */
    private static int length(int type) {
        if ((type & FAMILY) != KNOWN) {
            return TYPE;
        }
        return (type & TIMESTAMPED) == 0 ? SHORT_HEADER : LONG_HEADER;
    }

    private void begin(int length) {
        raw = header.position() == TYPE || length < 0 || length > LONGEST;
        if (raw) {
            tellHeader();
        } else if (length == 0) {
            text.finish();
        }
        missing = raw ? 0 : length;
        header.clear();
    }

    private void tellHeader() {
        lines.add(header.array(), 0, header.position());
        header.clear();
    }

    @Override
    public void end() {
        if (text.isBegun()) {
            text.finish();
        }
        tellHeader();
        lines.end();
    }
}
