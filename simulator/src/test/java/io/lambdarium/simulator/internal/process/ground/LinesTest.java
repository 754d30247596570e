// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private final List<String> told = new ArrayList<>();
    private final Lines lines = new Lines((text, bytes) -> told.add(text));

    @Test
    void lines_are_put_together_however_they_are_torn() {
        add("one\ntw");
        add("o");
        add("\n\nthree\n");

        assertThat(told).containsExactly("one", "two", "", "three");
    }

    @Test
    void a_letter_may_be_torn_too() {
        byte[] letter = "\u00e4\n".getBytes(StandardCharsets.UTF_8);

        lines.add(letter, 0, 1);
        lines.add(letter, 1, 3);

        assertThat(told).containsExactly("\u00e4");
    }

    @Test
    void what_is_not_finished_is_told_at_the_end() {
        add("one\ntwo");
        assertThat(told).containsExactly("one");

        lines.end();
        lines.end();

        assertThat(told).containsExactly("one", "two");
    }

    @Test
    void a_carriage_return_is_part_of_its_line() {
        add("one\r\n");

        assertThat(told).containsExactly("one\r");
    }

    @Test
    void a_line_that_is_longer_than_a_log_event_is_cut() {
        add("x".repeat(EventText.LONGEST - 1));
        add("x".repeat(EventText.LONGEST + 2) + "\n");

        assertThat(told).extracting(String::length).containsExactly(EventText.LONGEST, EventText.LONGEST, 1);
    }

    @Test
    void a_line_is_not_cut_through_a_letter() {
        add("x".repeat(EventText.LONGEST - 1) + "\u00e4\n");

        assertThat(told).extracting(String::length).containsExactly(EventText.LONGEST - 1, 1);
        assertThat(told).last().isEqualTo("\u00e4");
    }

    /** As they come from a pipe, of which a keeper reads so many bytes at a time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 65_536, 1 << 20})
    void a_line_is_cut_through_no_letter_however_it_comes(int chunk) {
        byte[] bytes = ("\u20ac".repeat(200_000) + "\n").getBytes(StandardCharsets.UTF_8);

        for (int from = 0; from < bytes.length; from += chunk) {
            lines.add(bytes, from, Math.min(bytes.length, from + chunk));
        }

        assertThat(String.join("", told)).isEqualTo("\u20ac".repeat(200_000));
        assertThat(told).hasSize(3);
    }

    @Test
    void what_is_no_text_is_cut_all_the_same() {
        byte[] bytes = new byte[EventText.LONGEST + 1];
        Arrays.fill(bytes, (byte) 0x80);
        lines.add(bytes, 0, bytes.length);
        lines.end();

        assertThat(told).extracting(String::length).containsExactly(EventText.LONGEST, 1);
    }

    @Test
    void a_line_that_is_just_as_long_is_whole() {
        add("x".repeat(EventText.LONGEST) + "\n");

        assertThat(told).extracting(String::length).containsExactly(EventText.LONGEST);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.add(bytes, 0, bytes.length);
    }
}
