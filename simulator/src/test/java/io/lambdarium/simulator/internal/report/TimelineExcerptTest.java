// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.CallEvent.Delivered;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimelineExcerptTest {

    @Test
    void an_excerpt_marks_what_matters() {
        Story story = Story.running("flusher").at(4000);

        String excerpt = TextTimeline.of(story.chronicle()).excerpt(entry -> entry.event() instanceof TimedOut);

        assertThat(excerpt.lines().filter(line -> line.contains("→")))
                .containsExactly("  → +3.000  invocation     ada0 timed out after 3.000 s");
    }

    @Test
    void an_excerpt_marks_the_line_that_swallowed_the_entry() {
        Story story = Story.running();

        String excerpt = TextTimeline.of(story.chronicle()).excerpt(entry -> entry.event() instanceof Delivered);

        assertThat(excerpt.lines().filter(line -> line.contains("→")))
                .containsExactly("  → +0.000  runtime        given ada0; must answer by +3.000");
    }

    @Test
    void an_excerpt_of_a_long_story_keeps_beginning_end_and_surroundings() {
        Chronicle longStory = new Chronicle(
                Instant.EPOCH,
                0,
                Stream.iterate(1000, id -> id + 1)
                        .limit(200)
                        .map(id -> new Entry(0, Instant.EPOCH, Optional.empty(), new Throttled(id + "-id", "Limit")))
                        .toList());

        String excerpt = TextTimeline.of(longStory)
                .excerpt(entry ->
                        entry.event() instanceof Throttled it && it.requestId().equals("1100-id"));

        assertThat(excerpt.lines()).hasSize(20).startsWith("    +0.000  invocation  1000 throttled: Limit");
        assertThat(excerpt).contains("    … 92 lines\n", "  → +0.000  invocation  1100 throttled", "    … 90 lines\n");
    }
}
