// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.simulator.event.ShutdownReason.SPINDOWN;
import static io.lambdarium.simulator.event.ShutdownReason.TIMEOUT;

import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnvironmentsAssertTest {

    private final Diary diary = new Diary();

    private EnvironmentsAssert environments() {
        return new EnvironmentsAssert(diary, Consequence.AT_ONCE);
    }

    @Test
    void what_happens_to_them_is_counted() {
        diary.later(Flusher.environment())
                .later(new Initialized(InitPhase.INIT, Duration.ofMillis(50)))
                .later(Flusher.reset());

        environments().areStarted(1).areInitialized(1).areReset(1);
        environments().wereStarted(1).wereInitialized(1).wereReset(1);
        message(() -> environments().areStarted(2)).isEqualTo("""
                Expected environments to be started twice, but they were started once.

                    +0.000  environment 1  started
                    +0.000  environment 1  initialized after 0.050 s
                    +0.000  environment 1  empty; the next invocation initializes it""");
    }

    @Test
    void too_many_are_too_many_at_once() {
        diary.write(Flusher.environment()).in(2).write(Flusher.environment());

        firstLine(() -> environments().areStarted(1))
                .isEqualTo("Expected environments to be started once, but they were started twice.");
    }

    @Test
    void all_end_or_not_all() {
        diary.write(Flusher.environment()).in(2).write(Flusher.environment(), Flusher.terminated(SPINDOWN));

        message(() -> environments().ended())
                .startsWith("Expected environments to have ended, but 1 of 2 did.")
                .contains("end() would wait.");
        diary.in(1).later(Flusher.terminated(SPINDOWN));
        environments().end().ended().areShutDown(SPINDOWN).wereShutDown(SPINDOWN);
        firstLine(() -> environments().areShutDown(TIMEOUT))
                .isEqualTo("Expected environments to be shut down with TIMEOUT, but one was shut down with SPINDOWN.");
    }

    @Test
    void where_none_was_started_none_ended() {
        firstLine(() -> environments().ended()).isEqualTo("Expected environments to have ended, but none was started.");
    }
}
