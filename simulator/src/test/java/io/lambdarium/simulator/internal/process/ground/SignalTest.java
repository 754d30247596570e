// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("processes")
class SignalTest {

    /** Those with a number up to 31; a C library keeps some of the others for itself. */
    private static final long STANDARD_SIGNALS = 0x7FFF_FFFF;

    private static final String TRAPPING =
            "exec 2> /dev/null; trap 'echo leaving; exit 3' TERM; echo ready; while :; do sleep 0.01; done";

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void sigterm_can_be_answered(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(TRAPPING);
            plot.ear.line();

            plot.signal(Signal.SIGTERM);

            assertThat(plot.ear.line()).isEqualTo("leaving");
            assertThat(plot.ear.exit()).isEqualTo(Exit.status(3));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void sigterm_ends_who_does_not_care(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("echo ready; exec sleep 1000");
            plot.ear.line();

            plot.signal(Signal.SIGTERM);

            assertThat(plot.ear.exit()).isEqualTo(Exit.by(Signal.SIGTERM));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void sigkill_reaches_who_ignores_sigterm_and_its_children(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("trap '' TERM; echo ready; sleep 1000; echo never");
            plot.ear.line();
            plot.signal(Signal.SIGTERM);

            plot.signal(Signal.SIGKILL);

            assertThat(plot.ear.linesBeforeExit()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_signal_to_who_is_gone_or_never_was_does_nothing(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("exit 0");
            plot.ear.exit();

            plot.signal(Signal.SIGKILL);
            plot.ground.signal(99, Signal.SIGTERM);
            plot.launch(2, "echo alive");

            assertThat(plot.ear.linesBeforeExit()).containsExactly("alive");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void a_signal_reaches_one_participant_and_not_the_others(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(1, "echo ready; exec sleep 1000");
            plot.ear.line();
            plot.launch(2, TRAPPING);
            plot.ear.line();

            plot.ground.signal(1, Signal.SIGKILL);

            assertThat(plot.ear.next(Heard.Exited.class)).isEqualTo(new Heard.Exited(1, Exit.by(Signal.SIGKILL)));
            plot.ground.signal(2, Signal.SIGTERM);
            assertThat(plot.ear.next(Heard.Exited.class)).isEqualTo(new Heard.Exited(2, Exit.status(3)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void who_is_frozen_takes_notice_of_sigterm_at_once(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(TRAPPING);
            plot.ear.line();
            plot.ground.rest(true);
            plot.ear.next(Heard.Rested.class);

            plot.signal(Signal.SIGTERM);

            assertThat(plot.ear.exit()).isEqualTo(Exit.status(3));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void no_signal_is_blocked_or_ignored_that_the_test_blocks_or_ignores(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("awk '/SigBlk|SigIgn/ { print $2 }' /proc/self/status");

            assertThat(plot.ear.linesBeforeExit())
                    .hasSize(2)
                    .allMatch(mask -> (Long.parseUnsignedLong(mask, 16) & STANDARD_SIGNALS) == 0);
        }
    }
}
