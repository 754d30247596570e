// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Recorder recorder = new Recorder(NOON, SimulatorOptions.defaults(), () -> {});

    @Test
    void a_snapshot_does_not_change_when_more_is_written() {
        write(1);
        List<Entry> snapshot = recorder.entries();

        LongStream.range(2, 2_000).forEach(this::write);

        assertThat(snapshot).hasSize(1);
        assertThat(recorder.entries()).hasSize(1_999);
        assertThat(recorder.entries()).extracting(Entry::sequence).isSorted().startsWith(0L);
    }

    @Test
    void whoever_waits_is_woken_by_what_is_written() {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Optional<Entry>> found = CompletableFuture.supplyAsync(() -> recorder.await(
                journal -> {
                    asked.countDown();
                    return journal.entries().stream().findFirst();
                },
                PATIENCE));

        assertThat(asked).satisfies(CountDownLatch::await);
        write(7);

        assertThat(found.join()).map(Entry::event).contains(new Parked(new CallId(7)));
    }

    @Test
    void nobody_waits_for_a_journal_that_has_ended() {
        recorder.end();

        Optional<String> answer = recorder.await(journal -> Optional.empty(), PATIENCE);

        assertThat(answer).isEmpty();
        assertThat(recorder.isClosed()).isTrue();
    }

    @Test
    void patience_runs_out() {
        assertThat(recorder.await(journal -> Optional.empty(), Duration.ofMillis(1)))
                .isEmpty();
    }

    @Test
    void a_bounded_journal_drops_its_oldest_pages_and_says_how_many_entries() {
        Pages pages = new Pages(1_000);

        LongStream.range(0, 3_000).forEach(call -> pages.add(NOON, Optional.empty(), new Parked(new CallId(call))));

        List<Entry> left = pages.snapshot();
        assertThat(left).hasSizeGreaterThanOrEqualTo(1_000).hasSizeLessThan(2_000);
        assertThat(pages.dropped() + left.size()).isEqualTo(3_000);
        assertThat(left.get(0).sequence()).isEqualTo(pages.dropped());
    }

    private void write(long call) {
        Step step = new Step(NOON);
        step.byFleet(List.of(new Parked(new CallId(call))));
        recorder.append(step, (written, at) -> {});
    }
}
