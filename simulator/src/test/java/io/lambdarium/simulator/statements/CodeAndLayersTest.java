// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.statements.PerlProgram.extension;
import static io.lambdarium.simulator.statements.PerlProgram.runtime;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithProcesses(tools = {Tool.SH, Tool.PERL})
class CodeAndLayersTest {

    @TempDir
    private Path code;

    @TempDir
    private Path layer;

    @TempDir
    private Path laterLayer;

    @AutoClose
    private final Simulator lambda = Simulator.start();

    @Test
    @Statement("L-001")
    void extensions_are_launched_in_the_order_of_their_names_and_all_of_them_before_the_runtime() {
        Folder extensions = new Folder(layer);
        List.of("b", "a", "c", "B").forEach(name -> extensions.program("extensions/" + name, extension()));

        Outcome outcome = invoke(function("f").code(bootstrap(code, "ran")).layer(layer));

        assertThat(outcome).isEqualTo(answered("ran"));
        assertThat(launched()).containsExactly("B", "a", "b", "c", "runtime");
    }

    @Test
    @Statement({"L-004", "E-036"})
    void a_directory_among_the_extensions_is_ignored_and_a_link_is_started_under_its_own_name() {
        new Folder(layer)
                .program("bin/tool", extension())
                .program("extensions/lib/not-me", extension())
                .link("extensions/linked", "../bin/tool");

        Outcome outcome = invoke(function("f").code(bootstrap(code, "ran")).layer(layer));

        assertThat(outcome).isEqualTo(answered("ran"));
        assertThat(launched()).containsExactly("linked", "runtime");
    }

    @Test
    @Statement({"L-005", "E-037"})
    void a_file_among_the_extensions_that_cannot_be_executed_makes_the_invocation_fail() {
        new Folder(layer).file("extensions/README", "Nothing to see here.");

        Outcome outcome = invoke(function("f").code(bootstrap(code, "ran")).layer(layer));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.errorType()).isEqualTo("Extension.LaunchError"));
    }

    @Test
    @Statement({"L-008", "E-038"})
    void without_a_directory_of_extensions_the_runtime_is_started_at_once() {
        new Folder(layer).file("lib/x", "x");

        Outcome outcome = invoke(function("f").code(bootstrap(code, "ran")).layer(layer));

        assertThat(outcome).isEqualTo(answered("ran"));
        assertThat(launched()).containsExactly("runtime");
    }

    @Test
    @Statement("L-020")
    void the_bootstrap_of_the_package_is_preferred_to_that_of_a_layer() {
        Outcome outcome = invoke(function("f").code(bootstrap(code, "package")).layer(bootstrap(layer, "layer")));

        assertThat(outcome).isEqualTo(answered("package"));
    }

    @Test
    @Statement("L-021")
    void a_bootstrap_that_only_a_layer_has_is_run() {
        new Folder(code).file("handler.rb", "");

        Outcome outcome = invoke(function("f").code(code).layer(bootstrap(layer, "layer")));

        assertThat(outcome).isEqualTo(answered("layer"));
    }

    @Test
    @Statement("L-022")
    void without_any_bootstrap_the_invocation_fails_and_says_where_it_was_looked_for() {
        Outcome outcome = invoke(function("f").code(code).layer(layer));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.errorType()).isEqualTo("Runtime.InvalidEntrypoint");
            assertThat(failed.payload().text())
                    .matches(
                            "\\{\"errorType\":\"Runtime.InvalidEntrypoint\",\"errorMessage\":\"RequestId: [0-9a-f-]{36} Error: "
                                    + "Couldn't find valid bootstrap\\(s\\): \\[/var/task/bootstrap /opt/bootstrap]\"}");
        });
    }

    @Test
    @Statement("L-128")
    void of_a_file_that_two_layers_have_that_of_the_later_one_is_seen() {
        new Folder(code).program("bootstrap", "#!/bin/sh\nexec answer\n");
        new Folder(layer).program("bin/answer", runtime("earlier")).file("lib/earlier", "x");
        new Folder(laterLayer).program("bin/answer", runtime("later"));

        Outcome outcome = invoke(function("f").code(code).layer(layer).layer(laterLayer));

        assertThat(outcome).isEqualTo(answered("later"));
    }

    private static Path bootstrap(Path directory, String answer) {
        return new Folder(directory).program("bootstrap", runtime(answer)).path();
    }

    private static Outcome answered(String text) {
        return new Outcome.Succeeded(Payload.of("\"" + text + "\""));
    }

    /** With a timeout that leaves time for a slow machine. */
    private Outcome invoke(LambdaFunction function) {
        lambda.deploy(function.timeout(Duration.ofMinutes(1)));
        return lambda.invoke("{}").await();
    }

    private List<String> launched() {
        return lambda.journal().events(Launched.class).stream()
                .map(Launched::participant)
                .map(Participant::name)
                .toList();
    }
}
