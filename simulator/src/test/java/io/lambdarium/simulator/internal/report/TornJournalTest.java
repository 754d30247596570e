// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static io.lambdarium.simulator.internal.report.Story.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bounded journal forgets its beginning; whatever is left of one, its story is told. */
class TornJournalTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 50, 90})
    void a_journal_that_lost_entries_is_still_told_and_judged(int percentLost) {
        for (long seed = 0; seed < 100; seed++) {
            Chronicle torn = torn(new Random(seed), percentLost);

            assertThat(TextTimeline.of(torn).text().lines()).as("seed %d", seed).hasSizeLessThan(120);
            assertThat(TextTimeline.of(torn).excerpt(entry -> true).lines()).hasSizeLessThan(40);
            assertThat(Diagnosis.of(torn)).doesNotContainNull();
        }
    }

    private static Chronicle torn(Random random, int percentLost) {
        List<Entry> entries = new ArrayList<>(eventful().entries());
        entries.removeIf(entry -> random.nextInt(100) < percentLost);
        if (random.nextBoolean()) {
            Collections.shuffle(entries, random);
        }
        return new Chronicle(Instant.parse("2026-01-01T00:00:00Z"), 3, entries);
    }

    private static Chronicle eventful() {
        Story story = Story.with("flusher").registers("Flusher", "SHUTDOWN").registers("flusher", "INVOKE", "SHUTDOWN");
        story.at(5).isStruck(Endpoint.RUNTIME_NEXT, "respond with 500").asks().asks("flusher");
        story.at(20).responds("other").responds(ADA).responds(ADA).asks().asks("flusher");
        story.at(30).isInvoked(BOB).at(3_100).asks("flusher").at(6_000).asks();
        story.reportsInitError("Oops").exits(RUNTIME, 1).at(20_000).shutsDown();
        return story.at(30_000).chronicle();
    }
}
