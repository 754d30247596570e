// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.Isolation.Capability.MEMORY;
import static io.lambdarium.simulator.Isolation.Capability.REAL_PATHS;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.machine.Tool.PERL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.machine.WithProcesses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a process finds around itself: the runtimes here only look about, and leave. */
@LambdaSimulator
@WithProcesses
class SurroundingsTest {

    // tag::variables[]
    @Test
    void a_process_finds_the_variables_of_lambda_and_those_that_are_passed_on(Simulator lambda) {
        lambda.deploy(function("curious").passing("HOME").runtime(process("env").env("RUST_LOG", "debug")));

        assertThat(lambda.invoke("{}")).fails();

        assertThat(lambda).runtime().wroteLine("_HANDLER=function.handler").wroteLine("RUST_LOG=debug");
        assertThat(lambda).runtime().wroteLine("HOME=" + System.getenv("HOME"));
    }
    // end::variables[]

    @Test
    void a_process_finds_nothing_else_of_this_machine(Simulator lambda) {
        lambda.deploy(function("curious").runtime(process("env")));

        assertThat(lambda.invoke("{}")).fails();

        assertThat(lambda.journal().events(Wrote.class))
                .extracting(Wrote::text)
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("HOME=") || line.startsWith("JAVA_HOME="));
    }

    @WithProcesses(capabilities = REAL_PATHS)
    // tag::paths[]
    @Test
    void the_code_is_where_lambda_has_it(Simulator lambda) {
        assumeTrue(lambda.isolation().has(REAL_PATHS));
        lambda.deploy(function("curious").code(Path.of("programs/python")).runtime(process("ls", "/var/task")));

        assertThat(lambda.invoke("{}")).fails();

        assertThat(lambda).runtime().wroteLine("bootstrap");
    }
    // end::paths[]

    @WithProcesses(tools = PERL, capabilities = MEMORY)
    @Test
    void who_takes_more_memory_than_the_function_has_is_killed(Simulator lambda) {
        lambda.deploy(function("hungry").memory(128).runtime(process("perl", "-e", "$x = 'x' x 300e6; sleep 60")));

        assertThat(lambda.invoke("{}")).failsWith("Runtime.OutOfMemory");
    }
}
