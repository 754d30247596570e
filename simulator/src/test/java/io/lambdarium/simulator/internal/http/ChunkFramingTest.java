// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkFramingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\r\n\r\n",
                "2\r\n{}\r\n0\r\n\r\n",
                "00a\r\n0123456789\r\n0\r\n\r\n",
                "A\r\n\r\n\r\n\r\n\r\n\r\n\r\n0000\r\nTrailer: x\r\n\r\n",
                "2;a=b\r\n{}\r\n0;last\r\n\r\n",
                "2 \t\r\n{}\r\n0\r\n\r\n",
                "0\r\n\r\nGET / HTTP/1.1\r\n\r\n"
            })
    void proper_chunks_are_over_after_the_last_however_they_are_cut(String body) {
        for (int cut = 0; cut <= body.length(); cut++) {
            ChunkFraming framing = new ChunkFraming();

            see(framing, body.substring(0, cut));
            see(framing, body.substring(cut));

            assertThat(framing.isOver()).isTrue();
            assertThat(framing.isBroken()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n",
                "\r\n",
                ";a\r\n",
                "0x2\r\n",
                "-2\r\n",
                " 2\r\n",
                "2 ;a\r\n",
                "2 2\r\n",
                "2\n",
                "2;a\n",
                "2\rx",
                "2\r\n{}x",
                "2\r\n{}\n",
                "2\r\n{}\rx",
                "2\r\n{}\r\nzz",
                "\u0662\r\n",
                "00000000000000002\r\n",
                "ffffffffffffffff\r\n"
            })
    void anything_else_is_broken_for_ever(String body) {
        ChunkFraming framing = new ChunkFraming();

        see(framing, body);
        see(framing, "0\r\n\r\n");

        assertThat(framing.isBroken()).isTrue();
        assertThat(framing.isOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2\r", "2\r\n", "2\r\n{", "2\r\n{}", "2\r\n{}\r\n", "2\r\n{}\r\n0\r"})
    void the_beginning_of_proper_chunks_is_neither(String body) {
        ChunkFraming framing = new ChunkFraming();

        see(framing, body);

        assertThat(framing.isBroken()).isFalse();
        assertThat(framing.isOver()).isFalse();
    }

    private static void see(ChunkFraming framing, String bytes) {
        framing.see(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.UTF_8)));
    }
}
