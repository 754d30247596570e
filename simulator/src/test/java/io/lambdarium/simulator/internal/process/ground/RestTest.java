// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.Signal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("processes")
class RestTest {

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void what_was_written_before_is_told_before(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("echo one; echo two >&2; printf three; exec sleep 1000");
            assertThat(plot.ear.line()).isEqualTo("one");
            plot.ear.line();

            plot.ground.rest(false);

            assertThat(plot.ear.next(Heard.Rested.class)).isEqualTo(new Heard.Rested(false));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_line_that_is_not_finished_waits_for_its_end(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(
                    "trap 'echo two; exit 0' TERM; printf 'one and '; echo ready >&2; exec 2> /dev/null; while :; do sleep 0.01; done");
            assertThat(plot.ear.line()).isEqualTo("ready");

            plot.ground.rest(false);
            List<Heard> meanwhile = plot.ear.upTo(Heard.Rested.class);
            plot.signal(Signal.SIGTERM);

            assertThat(meanwhile).noneMatch(Heard.Wrote.class::isInstance);
            assertThat(plot.ear.line()).isEqualTo("one and two");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void who_is_frozen_does_nothing_until_thawed(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(1, "while :; do echo tick; sleep 0.001; done");
            plot.ear.line();

            plot.ground.rest(true);
            assertThat(plot.ear.next(Heard.Rested.class)).isEqualTo(new Heard.Rested(true));
            plot.ground.rest(false);
            plot.ear.upTo(Heard.Rested.class);
            plot.launch(2, "sleep 0.1");
            List<Heard> frozen = plot.ear.upTo(Heard.Exited.class);
            plot.ground.thaw();

            assertThat(frozen).noneMatch(Heard.Wrote.class::isInstance);
            assertThat(plot.ear.line()).isEqualTo("tick");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void children_are_frozen_too(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(1, "(while :; do echo tick; sleep 0.001; done) & wait");
            plot.ear.line();

            plot.ground.rest(true);
            plot.ear.next(Heard.Rested.class);
            plot.ground.rest(false);
            plot.ear.upTo(Heard.Rested.class);
            plot.launch(2, "sleep 0.1");

            assertThat(plot.ear.upTo(Heard.Exited.class)).noneMatch(Heard.Wrote.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void who_left_its_session_is_frozen_too(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(1, "setsid sh -c 'while :; do echo tick; sleep 0.001; done' & exec sleep 1000");
            plot.ear.line();

            plot.ground.rest(true);
            plot.launch(2, "sleep 0.1");
            plot.ear.exit();
            plot.launch(3, "sleep 0.1");
            assertThat(plot.ear.upTo(Heard.Exited.class)).noneMatch(Heard.Wrote.class::isInstance);

            plot.ground.thaw();
            assertThat(plot.ear.line()).isEqualTo("tick");
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void freezing_nobody_and_thawing_who_never_froze_does_no_harm(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.ground.thaw();
            plot.ground.rest(true);
            assertThat(plot.ear.next(Heard.Rested.class)).isEqualTo(new Heard.Rested(false));
            plot.launch("exit 4");
            assertThat(plot.ear.exit()).isEqualTo(Exit.status(4));
            plot.ground.rest(true);
            plot.ground.thaw();
            plot.ground.thaw();

            plot.launch(2, "echo alive");

            assertThat(plot.ear.next(Heard.Wrote.class)).isEqualTo(new Heard.Wrote(2, Stream.OUTPUT, "alive"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void who_is_frozen_can_be_killed(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("echo ready; exec sleep 1000");
            plot.ear.line();
            plot.ground.rest(true);

            plot.signal(Signal.SIGKILL);

            assertThat(plot.ear.exit()).isEqualTo(Exit.by(Signal.SIGKILL));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void each_of_many_rests_is_answered(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("echo ready; exec sleep 1000");
            plot.ear.line();

            for (int i = 0; i < (level == Isolation.PLAIN ? 20 : 200); i++) {
                plot.ground.rest(true);
                assertThat(plot.ear.next(Heard.Rested.class).frozen()).isEqualTo(level != Isolation.PLAIN);
                plot.ground.thaw();
            }
        }
    }
}
