// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.greeter;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Runtimes.failingToInitialize;
import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class FailedStartTest {

    // tag::test[]
    @Test
    void a_start_that_fails_is_tried_again_with_the_invocation(Simulator lambda) {
        lambda.deploy(function("broken").runtime(failingToInitialize("Function.NoUrl", "where is it?")));

        assertThat(lambda.invoke("{}")).failsWith("Function.NoUrl").withErrorMessage("where is it?");

        assertThat(lambda).runtime().started(2);
    }
    // end::test[]
}
