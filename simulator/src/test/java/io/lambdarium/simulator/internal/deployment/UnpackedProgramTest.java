// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was unpacked is what processes see. */
@WithProcesses(tools = Tool.SH)
class UnpackedProgramTest {

    private static final String DENIED = "fork/exec /var/task/bootstrap: permission denied";

    @TempDir
    private Path directory;

    @AutoClose
    private final Simulator lambda = Simulator.start();

    @Test
    void a_bootstrap_in_an_archive_is_run_with_the_files_beside_it_and_the_layers() {
        Path code = new HandmadeZip()
                .file("bootstrap", 0755, "#!/bin/sh\ncat greeting\nexec tool\n")
                .file("greeting", 0644, "hello from the package\n")
                .in(directory);
        Path layer = new HandmadeZip()
                .file("bin/first", 0755, "#!/bin/sh\necho hello from the layer\n")
                .link("bin/tool", "first")
                .in(directory);

        invoke(function("f").code(code).layer(layer));

        assertThat(written()).startsWith("hello from the package", "hello from the layer");
    }

    @Test
    void a_bootstrap_that_lambda_could_not_execute_is_not_executed_here() {
        Path ownersOnly =
                new HandmadeZip().file("bootstrap", 0744, "#!/bin/sh\n").in(directory);
        Path fromWindows = new HandmadeZip()
                .madeOn(HandmadeZip.WINDOWS)
                .entry("bootstrap", 0, "#!/bin/sh\n")
                .in(directory);

        assertThat(errorOf(function("f").code(ownersOnly))).contains(DENIED);
        assertThat(errorOf(function("f").code(fromWindows))).contains(DENIED);
    }

    @Test
    void what_this_machine_has_for_a_variable_is_seen_if_it_is_passed_on() {
        Path code = new HandmadeZip()
                .file("bootstrap", 0755, "#!/bin/sh\necho \"home is ${HOME-unknown}\"\n")
                .in(directory);

        invoke(function("f").code(code));
        invoke(function("f").code(code).passing("HOME", "NO_SUCH_VARIABLE"));

        assertThat(written()).contains("home is unknown", "home is " + System.getenv("HOME"));
    }

    private String errorOf(LambdaFunction function) {
        return invoke(function).payload().text();
    }

    private Outcome invoke(LambdaFunction function) {
        lambda.deploy(function.timeout(Duration.ofMinutes(1)));
        return lambda.invoke("{}").await();
    }

    private List<String> written() {
        return lambda.journal().events(Wrote.class).stream().map(Wrote::text).toList();
    }
}
