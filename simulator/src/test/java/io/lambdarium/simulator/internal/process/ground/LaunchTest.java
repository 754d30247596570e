// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.process.ground.Listener.Cause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("processes")
class LaunchTest {

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_process_has_the_environment_variables_that_it_is_given_and_no_others(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            String odd = level == Isolation.PLAIN ? "a=b" : "a=b\u00e4";
            Map<String, String> variables = Map.of("GREETING", "Hello, world", "EMPTY", "", "ODD", odd);

            plot.ground.launch(
                    new Launch(1, 1, new Launch.Command("/usr/bin/env", List.of("env")), "/", variables, false));

            assertThat(plot.ear.linesBeforeExit())
                    .containsExactlyInAnyOrder("GREETING=Hello, world", "EMPTY=", "ODD=" + odd);
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_process_begins_in_its_directory_and_reads_nothing(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("pwd; cat; echo over");

            assertThat(plot.ear.linesBeforeExit()).containsExactly(Plot.HERE.toString(), "over");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void a_process_finds_the_name_that_it_goes_by_in_its_arguments(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            Launch.Command named = new Launch.Command("/bin/sh", List.of("/opt/extensions/flusher", "-c", "echo $0"));

            plot.ground.launch(new Launch(1, 1, named, "/", Map.of(), false));

            assertThat(plot.ear.linesBeforeExit()).containsExactly("/opt/extensions/flusher");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void every_process_is_as_urgent_as_any_other(Isolation level) throws Exception {
        String urgency = "cut -d' ' -f41 /proc/self/stat";
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "only Linux shows that");
        try (Plot plot = new Plot(level)) {
            plot.launch(1, urgency + "; exec sleep 1000");
            String first = plot.ear.line();

            plot.launch(2, urgency);

            assertThat(first).isEqualTo("0");
            assertThat(plot.ear.line()).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void what_is_not_there_cannot_be_launched(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            launch(plot, Path.of("/nowhere/bootstrap"), "/");

            assertThat(plot.ear.next(Heard.LaunchFailed.class))
                    .isEqualTo(new Heard.LaunchFailed(
                            1, Cause.PROGRAM, "fork/exec /nowhere/bootstrap: no such file or directory"));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void what_is_not_executable_cannot_be_launched(Isolation level, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("bootstrap"), "#!/bin/sh\n");
        try (Plot plot = new Plot(level, Plot.site(List.of(file)))) {
            launch(plot, file, "/");

            assertThat(plot.ear.next(Heard.LaunchFailed.class))
                    .isEqualTo(new Heard.LaunchFailed(1, Cause.PROGRAM, "fork/exec " + file + ": permission denied"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void what_is_no_program_is_not_tried_by_a_shell(Isolation level, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("bootstrap"), "echo without a first line\n");
        assumeTrue(file.toFile().setExecutable(true, false));
        try (Plot plot = new Plot(level, Plot.site(List.of(file)))) {
            launch(plot, file, "/");

            assertThat(plot.ear.next(Heard.LaunchFailed.class))
                    .isEqualTo(new Heard.LaunchFailed(1, Cause.PROGRAM, "fork/exec " + file + ": exec format error"));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void nobody_begins_in_a_directory_that_is_not_there(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            launch(plot, Path.of("/bin/sh"), "/nowhere");

            assertThat(plot.ear.next(Heard.LaunchFailed.class))
                    .isEqualTo(new Heard.LaunchFailed(1, Cause.DIRECTORY, "chdir /nowhere: no such file or directory"));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void an_exit_status_is_told_even_if_it_looks_like_a_signal(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch(1, "exit 7");
            assertThat(plot.ear.exit()).isEqualTo(Exit.status(7));

            plot.launch(2, "exit 137");
            assertThat(plot.ear.exit()).isEqualTo(Exit.status(137));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_death_by_a_signal_is_told_where_that_can_be_known(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("kill -SEGV $$");

            assertThat(plot.ear.exit())
                    .isEqualTo(
                            level.has(Isolation.Capability.EXIT_SIGNALS) ? Exit.by(Signal.SIGSEGV) : Exit.status(139));
        }
    }

    private static void launch(Plot plot, Path program, String directory) {
        Launch.Command command = new Launch.Command(program.toString(), List.of(program.toString()));
        plot.ground.launch(new Launch(1, 1, command, directory, Map.of(), false));
    }
}
