// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A runtime in JavaScript: {@code programs/node}. */
@LambdaSimulator
@WithProcesses(tools = Tool.NODE)
class NodeBootstrapTest {

    private static final Path CODE = Path.of("programs", "node");

    @Test
    void what_the_function_promises_is_the_answer(Simulator lambda) {
        lambda.deploy(function("greeter").code(CODE));

        assertThat(lambda.invoke("\"Ada\""))
                .succeeds()
                .withPayload("\"Hello and welcome, Ada!\"")
                .onAColdStart()
                .completes();
        assertThat(lambda.invoke("\"Grace\"")).succeeds().onAWarmStart();

        assertThat(lambda).runtime().started(1);
    }

    @Test
    void a_broken_promise_is_an_error_of_the_function(Simulator lambda) {
        lambda.deploy(function("greeter").code(CODE));

        assertThat(lambda.invoke("3")).failsWith("Function.TypeError").withErrorMessage("nobody to greet");
    }
}
