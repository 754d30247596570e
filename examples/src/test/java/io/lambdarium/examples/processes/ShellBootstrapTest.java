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
import org.junit.jupiter.api.io.TempDir;

/** A deployment package with a script in it, and a layer: {@code programs/shell}. */
@LambdaSimulator
@WithProcesses(tools = {Tool.SH, Tool.CURL})
class ShellBootstrapTest {

    private static final Path CODE = Path.of("programs", "shell", "code");
    private static final Path LAYER = Path.of("programs", "shell", "layer");

    // tag::layer[]
    @Test
    void the_bootstrap_finds_its_function_in_a_layer(Simulator lambda) {
        lambda.deploy(function("greeter").code(CODE).layer(LAYER));

        assertThat(lambda.invoke("\"Ada\"")).succeeds().onAColdStart().completes();
        assertThat(lambda.invoke("\"Grace\"")).succeeds().onAWarmStart().logs("serving \"Grace\"");

        assertThat(lambda).runtime().started(1);
    }
    // end::layer[]

    @Test
    void what_the_function_says_is_wrong_is_told_to_the_caller(Simulator lambda) {
        lambda.deploy(function("greeter").code(CODE).layer(LAYER));

        assertThat(lambda.invoke("3")).failsWith("Function.BadEvent").withErrorMessage("nobody to greet");
    }

    // tag::zip[]
    @Test
    void archives_are_as_good_as_directories(Simulator lambda, @TempDir Path work) {
        Path code = Zip.of(CODE, work.resolve("code.zip"));
        Path layer = Zip.of(LAYER, work.resolve("layer.zip"));

        lambda.deploy(function("greeter").code(code).layer(layer));

        assertThat(lambda.invoke("\"Ada\"")).succeeds().withPayload("\"Hello, Ada!\"");
    }
    // end::zip[]
}
