// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("processes")
class OutputTest {

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void each_line_says_where_it_was_written_to(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("echo one; echo two >&2");

            assertThat(plot.ear.upTo(Heard.Exited.class))
                    .contains(
                            new Heard.Wrote(1, Stream.OUTPUT, "one"),
                            new Heard.Wrote(1, Stream.ERROR, "two"),
                            new Heard.Exited(1, Exit.status(0)));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void all_that_a_process_wrote_is_told_before_its_exit(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done; printf unfinished");

            assertThat(plot.ear.linesBeforeExit()).hasSize(2001).endsWith("line 1999", "unfinished");
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void what_is_not_utf_8_can_be_seen_to_have_been_there(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("printf 'a\\377b\\303\\244\\n'");

            assertThat(plot.ear.linesBeforeExit()).containsExactly("a\ufffdb\u00e4");
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_flood_is_kept_up_to_a_limit_and_holds_nobody_up(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("head -c 60000000 /dev/zero | tr '\\000' x | fold -w 1000; echo over");

            List<Heard> all = plot.ear.upTo(Heard.Exited.class);

            assertThat(all).filteredOn(Heard.Dropped.class::isInstance).hasSize(1);
            assertThat(all.stream()
                            .filter(Heard.Wrote.class::isInstance)
                            .mapToLong(heard -> ((Heard.Wrote) heard).text().length())
                            .sum())
                    .isBetween(OutputLimit.KEPT * 8 / 10, OutputLimit.KEPT);
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void the_next_initialization_is_kept_again(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(1, 1, "head -c 20000000 /dev/zero | tr '\\000' x | fold -w 1000");
            plot.ear.exit();

            plot.launch(2, 2, "echo again");

            assertThat(plot.ear.linesBeforeExit()).containsExactly("again");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void framed_logs_are_told_frame_by_frame(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            String frame =
                    "printf '\\245\\132\\000\\003\\000\\000\\000\\003\\000\\000\\000\\000\\000\\000\\000\\000a\\nb'";

            plot.ground.launch(new Launch(
                    1,
                    1,
                    Plot.shell("eval \"" + frame + " >&$_LAMBDA_TELEMETRY_LOG_FD\""),
                    "/",
                    Map.of("PATH", "/usr/bin:/bin"),
                    true));

            assertThat(plot.ear.next(Heard.Wrote.class)).isEqualTo(new Heard.Wrote(1, Stream.LOG, "a\nb"));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_process_that_closes_its_outputs_lives_on(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("echo said; exec >&- 2>&-; exit 5");

            assertThat(plot.ear.line()).isEqualTo("said");
            assertThat(plot.ear.exit()).isEqualTo(Exit.status(5));
        }
    }
}
