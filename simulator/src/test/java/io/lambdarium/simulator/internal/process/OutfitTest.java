// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.process.ground.Launch.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutfitTest {

    private static final Participant FLUSHER = Participant.extension("flusher");
    private static final String HERE = Path.of("").toAbsolutePath().toString();

    private final LambdaFunction function = function("greeter")
            .runtime(process("/tmp/test/bootstrap", "--config=/tmp/other/config"))
            .extension("flusher", process("/opt/tools/flusher").in(Path.of("/srv")));
    private final Installation installation =
            new Installation(function, Optional.of(Path.of("/a/code")), Optional.of(Path.of("/a/layers")));
    private final Outfit real = new Outfit(installation, Optional.empty());
    private final Outfit elsewhere = new Outfit(installation, Optional.of(Path.of("/b/tmp")));
    private final Outfit bare = new Outfit(Installation.without(function), Optional.empty());

    @Test
    void programs_are_where_production_has_them_or_where_they_are_on_this_machine() {
        assertThat(real.command(Participant.RUNTIME, process("/var/task/bootstrap")))
                .isEqualTo(new Command("/var/task/bootstrap", List.of("/var/task/bootstrap")));
        assertThat(elsewhere.command(Participant.RUNTIME, process("/var/task/bootstrap", "-v")))
                .isEqualTo(new Command("/a/code/bootstrap", List.of("/a/code/bootstrap", "-v")));
    }

    @Test
    void a_name_is_looked_up_and_a_relative_path_begins_here() {
        assertThat(real.command(Participant.RUNTIME, process("sh")).program()).endsWith("/sh");
        assertThat(real.command(Participant.RUNTIME, process("nobody-has-this")).program())
                .isEqualTo("nobody-has-this");
        assertThat(real.command(Participant.RUNTIME, process("target/bootstrap"))
                        .program())
                .isEqualTo(HERE + "/target/bootstrap");
    }

    @Test
    void an_option_is_told_how_much_memory_the_function_has() {
        String option = "-XX:MaxRAM=${AWS_LAMBDA_FUNCTION_MEMORY_SIZE}m";

        Command command = real.command(Participant.RUNTIME, process("/bin/java", option, "Greeter"));

        assertThat(command.arguments()).containsExactly("/bin/java", "-XX:MaxRAM=128m", "Greeter");
    }

    @Test
    void what_a_shell_is_to_replace_reaches_it_as_it_is() {
        String script = "echo ${AWS_LAMBDA_FUNCTION_MEMORY_SIZE}";

        Command command = real.command(Participant.RUNTIME, process("/bin/sh", "-c", script));

        assertThat(command.arguments()).containsExactly("/bin/sh", "-c", script);
    }

    @Test
    void an_extension_learns_its_name() {
        assertThat(real.command(FLUSHER, process("/build/debug")).arguments())
                .containsExactly("/opt/extensions/flusher");
        assertThat(real.command(FLUSHER, process("/build/flusher")).arguments()).containsExactly("/build/flusher");
    }

    @Test
    void an_interpreter_learns_its_own_name() {
        assertThat(real.command(FLUSHER, process("/bin/sh", "flusher.sh")).arguments())
                .containsExactly("/bin/sh", "flusher.sh");
    }

    @Test
    void all_begin_where_the_code_is_unless_told_otherwise() {
        assertThat(real.directory(process("x"))).isEqualTo("/var/task");
        assertThat(elsewhere.directory(process("x"))).isEqualTo("/a/code");
        assertThat(bare.directory(process("x"))).isEqualTo(HERE);
        assertThat(real.directory(process("x").in(Path.of("/srv")))).isEqualTo("/srv");
    }

    @Test
    void variables_that_name_paths_name_those_that_are_there() {
        Map<String, String> given = Map.of("PATH", "/bin:/opt/bin", "LAMBDA_TASK_ROOT", "/var/task");

        assertThat(real.variables(process("x"), given)).isEqualTo(given);
        assertThat(elsewhere.variables(process("x"), given))
                .isEqualTo(Map.of("PATH", "/bin:/a/layers/bin", "LAMBDA_TASK_ROOT", "/a/code", "TMPDIR", "/b/tmp"));
    }

    @Test
    void what_a_program_is_given_for_itself_is_as_it_is_given() {
        assertThat(elsewhere.variables(process("x").env("HOME", "/opt/home"), Map.of("HOME", "/opt")))
                .containsEntry("HOME", "/opt/home");
    }

    @Test
    void programs_arguments_and_directories_are_needed() {
        assertThat(real.needed())
                .contains(
                        Path.of(HERE),
                        Path.of("/tmp/test/bootstrap"),
                        Path.of("/tmp/other/config"),
                        Path.of("/opt/tools/flusher"),
                        Path.of("/srv"));
    }
}
