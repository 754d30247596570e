// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    private final BiConsumer<String, Integer> tell;
    private final Lines lines;
    private byte[] begun = new byte[0];
    private boolean raw;

    LogFrames(BiConsumer<String, Integer> tell) {
        this.tell = tell;
        this.lines = new Lines(tell);
    }

    @Override
    public void add(byte[] bytes, int from, int to) {
        ByteBuffer all = ByteBuffer.allocate(begun.length + to - from)
                .put(begun)
                .put(bytes, from, to - from)
                .flip();
        while (!raw && takesFrame(all)) {
            // one after the other
        }
        begun = new byte[all.remaining()];
        all.get(begun);
        if (raw) {
            lines.add(begun, 0, begun.length);
            begun = new byte[0];
        }
    }

    /** Takes a frame if it is there whole; one that claims to be longer than a log event can be is none. */
    private boolean takesFrame(ByteBuffer all) {
        if (all.remaining() < TYPE) {
            return false;
        }
        int type = all.getInt(all.position());
        int header = (type & TIMESTAMPED) == 0 ? SHORT_HEADER : LONG_HEADER;
        if ((type & FAMILY) != KNOWN) {
            raw = true;
        }
        if (raw || all.remaining() < header) {
            return false;
        }
        int length = all.getInt(all.position() + TYPE);
        raw = length < 0 || length > Lines.LONGEST;
        if (raw || all.remaining() < header + length) {
            return false;
        }
        byte[] text = new byte[length];
        all.position(all.position() + header).get(text);
        tell.accept(new String(text, StandardCharsets.UTF_8), length);
        return true;
    }

    @Override
    public void end() {
        lines.add(begun, 0, begun.length);
        begun = new byte[0];
        lines.end();
    }
}
