// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFramesTest {

    private static final int TEXT = 0xA55A_0003;

    private final List<String> told = new ArrayList<>();
    private final LogFrames frames = new LogFrames((text, bytes) -> told.add(text));

    @Test
    void each_frame_is_one_text() {
        add(join(frame("one\ntwo"), frame(""), frame("three")));

        assertThat(told).containsExactly("one\ntwo", "", "three");
    }

    @Test
    void frames_are_put_together_however_they_are_torn() {
        for (byte one : join(frame("one"), frame("two"))) {
            add(new byte[] {one});
        }

        assertThat(told).containsExactly("one", "two");
    }

    @Test
    void a_frame_that_is_longer_than_a_log_event_becomes_several_and_the_next_one_is_read_as_ever() {
        byte[] longer = frame("x".repeat(EventText.LONGEST) + "rest");
        for (int from = 0; from < longer.length; from += 65_536) {
            frames.add(longer, from, Math.min(longer.length, from + 65_536));
        }
        add(frame("two\nlines"));

        assertThat(told).extracting(String::length).containsExactly(EventText.LONGEST, 4, 9);
        assertThat(told).endsWith("rest", "two\nlines");
    }

    @Test
    void older_frames_have_no_timestamp() {
        add(ByteBuffer.allocate(11)
                .putInt(0xA55A_0001)
                .putInt(3)
                .put(bytes("old"))
                .array());

        assertThat(told).containsExactly("old");
    }

    @Test
    void levels_and_json_are_frames_too() {
        add(ByteBuffer.allocate(18)
                .putInt(0xA55A_0016)
                .putInt(2)
                .putLong(0)
                .put(bytes("{}"))
                .array());

        assertThat(told).containsExactly("{}");
    }

    @Test
    void whoever_writes_something_else_is_read_line_by_line() {
        add(frame("one"));
        add(bytes("plain\ntext"));
        frames.end();

        assertThat(told).containsExactly("one", "plain", "text");
    }

    @Test
    void a_frame_that_claims_to_be_endless_is_none() {
        add(ByteBuffer.allocate(16)
                .putInt(TEXT)
                .putInt(Integer.MAX_VALUE)
                .putLong(0)
                .array());
        frames.end();

        assertThat(told).hasSize(1);
    }

    @Test
    void what_is_there_of_a_frame_is_told_at_the_end() {
        byte[] whole = frame("one");
        frames.add(whole, 0, whole.length - 1);
        assertThat(told).isEmpty();

        frames.end();

        assertThat(told).hasSize(1).first().asString().endsWith("on");
    }

    private void add(byte[] bytes) {
        frames.add(bytes, 0, bytes.length);
    }

    private static byte[] frame(String text) {
        byte[] content = bytes(text);
        return ByteBuffer.allocate(16 + content.length)
                .putInt(TEXT)
                .putInt(content.length)
                .putLong(0)
                .put(content)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(1000);
        for (byte[] part : parts) {
            all.put(part);
        }
        byte[] whole = new byte[all.position()];
        all.flip().get(whole);
        return whole;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
