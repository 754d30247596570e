// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Diary diary = new Diary();

    /** Whoever tests next on this thread is not meant. */
    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    private ExtensionAssert flusher() {
        return new ExtensionAssert(diary, "flusher", Consequence.AT_ONCE);
    }

    @Test
    void patience_ends_after_its_limit() {
        firstLine(() -> flusher().waitingUpTo(Duration.ofMillis(1)).registers())
                .endsWith("but it has not come to life, after 0.001 s of waiting.");
    }

    @Test
    void an_interrupt_is_not_the_end_of_patience() {
        try (Simulator lambda = Simulator.start()) {
            Thread.currentThread().interrupt();

            firstLine(() -> assertThat(lambda).environments().areStarted(1))
                    .isEqualTo(
                            "Expected environments to be started once, but they never were started, and the test was "
                                    + "interrupted while it waited.");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void who_was_interrupted_blames_nobody_who_has_time_left() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1));
        message(() -> flusher().waitingUpTo(Duration.ZERO).exitsWith(0)).contains("never asked for an event");

        Thread.currentThread().interrupt();

        message(() -> flusher().exitsWith(0)).doesNotContain("never asked for an event");
    }
}
