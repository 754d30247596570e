// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Extensions.observing;
import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A native binary as a process: {@code programs/c/bootstrap.c}. */
@LambdaSimulator
@WithProcesses(tools = Tool.GCC)
class NativeBootstrapTest {

    @BeforeAll
    static void build() {
        CompiledBootstrap.build();
    }

    // tag::twice[]
    @Test
    void the_bootstrap_starts_once_and_serves_twice(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(process("target/bootstrap")));

        assertThat(lambda.invoke("\"Ada\"")).succeeds().onAColdStart().completes();
        assertThat(lambda.invoke("\"Grace\"")).succeeds().onAWarmStart().withPayload("\"Hello, Grace!\"");

        assertThat(lambda).runtime().started(1).wroteLine("serving \"Ada\"");
    }
    // end::twice[]

    // tag::variable[]
    @Test
    void the_greeting_is_a_variable_of_the_function(Simulator lambda) {
        lambda.deploy(function("greeter").variable("GREETING", "Good evening").runtime(process("target/bootstrap")));

        assertThat(lambda.invoke("\"Ada\"")).succeeds().withPayload("\"Good evening, Ada!\"");
    }
    // end::variable[]

    @Test
    void the_caller_is_told_what_is_wrong_with_an_event(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(process("target/bootstrap")));

        assertThat(lambda.invoke("3")).failsWith("Function.BadEvent").withErrorMessage("nobody to greet");
    }

    @Test
    void without_a_greeting_it_does_not_start(Simulator lambda) {
        lambda.deploy(function("greeter").variable("GREETING", "").runtime(process("target/bootstrap")));

        assertThat(lambda.invoke("\"Ada\"")).failsWith("Function.NoGreeting").withErrorMessage("GREETING is empty");
    }

    // tag::sigterm[]
    @Test
    void beside_an_extension_it_is_told_to_leave(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(process("target/bootstrap")).extension("beside", observing()));
        assertThat(lambda.invoke("\"Ada\"")).completes();

        lambda.shutDown();

        assertThat(lambda).runtime().isTerminated().exitsWith(0).wroteLine("leaving as I was told");
    }
    // end::sigterm[]

    // tag::sigkill[]
    @Test
    void without_an_extension_it_is_killed_at_once(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(process("target/bootstrap")));
        assertThat(lambda.invoke("\"Ada\"")).completes();

        lambda.shutDown();

        assertThat(lambda).runtime().isKilled();
    }
    // end::sigkill[]
}
