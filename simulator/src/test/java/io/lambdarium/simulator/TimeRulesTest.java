// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeRulesTest {

    private static final Duration CENTURY = Duration.ofDays(36_500);

    static Stream<Duration> impossible() {
        return Stream.of(Duration.ofNanos(-1), CENTURY.plusNanos(1), Duration.ofSeconds(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void nobody_counts_with_durations_beyond_all_calendars(Duration duration) {
        SimulatorOptions options = SimulatorOptions.defaults();

        assertThatThrownBy(() -> options.patience(duration)).hasMessageStartingWith("Cannot wait with a patience of ");
        assertThatThrownBy(() -> options.idleLimit(duration))
                .hasMessageStartingWith("Cannot keep an idle environment ");
        assertThatThrownBy(() -> options.initLimit(duration))
                .hasMessageStartingWith("Cannot limit initializations to ");
        assertThatThrownBy(() -> options.runtimeShare(duration)).hasMessageStartingWith("Cannot leave the runtime ");
        assertThatThrownBy(() -> Fault.delay(duration)).hasMessageStartingWith("Cannot delay a call by ");
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void the_clock_is_not_moved_by_them_either(Duration duration) {
        try (Simulator lambda = Simulator.start(SimulatorOptions.defaults().virtualTime())) {
            assertThatThrownBy(() -> lambda.time().advance(duration))
                    .isInstanceOf(SimulatorException.class)
                    .hasMessageEndingWith("Name a duration of zero to 36500 days.");
        }
    }

    @Test
    void a_century_of_idleness_in_real_time_is_no_trouble_for_the_alarm() {
        SimulatorOptions options =
                SimulatorOptions.defaults().idleLimit(CENTURY).initLimit(CENTURY);
        try (Simulator lambda = Simulator.start(options)) {
            lambda.deploy(LambdaFunction.function("f").runtime(Bootstrap.attached()));

            lambda.initialize(1);

            assertThat(lambda.timeline().text()).contains("runtime        launched");
        }
    }

    @Test
    void a_runtime_has_no_larger_share_than_there_is() {
        assertThatThrownBy(() -> SimulatorOptions.defaults().runtimeShare(Duration.ofMillis(2_001)))
                .isInstanceOf(SimulatorException.class)
                .hasMessageEndingWith("all of them together have PT2S. Name a part of that.");
    }

    @Test
    void a_journal_keeps_something_and_no_number_of_environments_is_negative() {
        assertThatThrownBy(() -> SimulatorOptions.defaults().journalLimit(0))
                .isInstanceOf(SimulatorException.class)
                .hasMessageStartingWith("Cannot keep a journal of 0 entries: ");
        try (Simulator lambda = Simulator.start()) {
            lambda.deploy(LambdaFunction.function("f").runtime(Bootstrap.attached()));
            assertThatThrownBy(() -> lambda.initialize(-1))
                    .isInstanceOf(SimulatorException.class)
                    .hasMessage("Cannot initialize -1 environments. Name how many: 0 or more.");
        }
    }

    @Test
    void a_clock_that_is_moved_by_nothing_stands() {
        try (Simulator lambda = Simulator.start(SimulatorOptions.defaults().virtualTime())) {
            lambda.time().advance(Duration.ZERO);

            assertThat(lambda.time().now()).isEqualTo(lambda.journal().began());
        }
    }
}
