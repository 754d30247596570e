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

/** A runtime in Python: {@code programs/python}. */
@LambdaSimulator
@WithProcesses(tools = Tool.PYTHON)
class PythonBootstrapTest {

    private static final Path CODE = Path.of("programs", "python");

    @Test
    void the_bootstrap_starts_once_and_serves_twice(Simulator lambda) {
        lambda.deploy(function("greeter").code(CODE));

        assertThat(lambda.invoke("\"Ada\""))
                .succeeds()
                .withPayload("\"Hello, Ada!\"")
                .onAColdStart()
                .completes();
        assertThat(lambda.invoke("\"Grace\""))
                .succeeds()
                .withPayload("\"Hello, Grace!\"")
                .onAWarmStart();

        assertThat(lambda).runtime().started(1);
    }

    @Test
    void an_exception_is_an_error_of_the_function(Simulator lambda) {
        lambda.deploy(function("greeter").code(CODE));

        assertThat(lambda.invoke("3"))
                .failsWith("Function.ValueError")
                .withErrorMessage("nobody to greet")
                .withPayloadContaining("in greet")
                .completes();
        assertThat(lambda.invoke("\"Grace\"")).succeeds().onAWarmStart();
    }
}
