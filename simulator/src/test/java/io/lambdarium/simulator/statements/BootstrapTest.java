// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithProcesses(tools = {Tool.SH, Tool.PERL})
class BootstrapTest {

    @TempDir
    private Path code;

    @AutoClose
    private final Simulator lambda = Simulator.start();

    @Test
    @Statement("L-023")
    void a_bootstrap_that_cannot_be_executed_is_no_entrypoint() {
        new Folder(code).file("bootstrap", PerlProgram.runtime("ran"));

        assertInvalid(invoke(function("f").code(code)), "fork/exec /var/task/bootstrap: permission denied");
    }

    @Test
    @Statement("L-024")
    void a_bootstrap_whose_interpreter_is_missing_is_no_entrypoint() {
        new Folder(code).program("bootstrap", "#!/no/such/interpreter\n");

        assertInvalid(invoke(function("f").code(code)), "fork/exec /var/task/bootstrap: no such file or directory");
    }

    @Test
    @WithProcesses(tools = Tool.SH, capabilities = Capability.REAL_PATHS)
    @Statement("L-025")
    void a_runtime_begins_in_the_directory_of_its_code() {
        new Folder(code).program("bootstrap", "#!/bin/sh\npwd\n");

        invoke(function("f").code(code));

        assertThat(lambda.journal().events(Wrote.class)).extracting(Wrote::text).contains("/var/task");
    }

    @Test
    @Statement("L-028")
    void a_custom_runtime_is_not_started_through_a_wrapper() {
        new Folder(code).program("bootstrap", PerlProgram.runtime("ran")).program("wrapper", "#!/bin/sh\nexit 7\n");

        Outcome outcome = invoke(function("f").code(code).variable("AWS_LAMBDA_EXEC_WRAPPER", "/var/task/wrapper"));

        assertThat(outcome).isEqualTo(new Outcome.Succeeded(Payload.of("\"ran\"")));
    }

    private static void assertInvalid(Outcome outcome, String reason) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.errorType()).isEqualTo("Runtime.InvalidEntrypoint");
            assertThat(failed.payload().text()).endsWith(" Error: " + reason + "\"}");
        });
    }

    private Outcome invoke(LambdaFunction function) {
        lambda.deploy(function.timeout(Duration.ofMinutes(1)));
        return lambda.invoke("{}").await();
    }
}
