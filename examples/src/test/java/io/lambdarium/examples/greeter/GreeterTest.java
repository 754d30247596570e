// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.greeter;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.Bootstrap.inProcess;
import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class GreeterTest {

    @Test
    void the_greeter_greets_whoever_calls(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(inProcess(Greeter::main)));

        Invocation invocation = lambda.invoke("""
                {"name": "Ada"}""");

        assertThat(invocation).succeeds().withPayload("""
                {"greeting": "Hello, Ada!"}""");
    }

    // tag::twice[]
    @Test
    void the_greeter_starts_once_and_serves_twice(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(inProcess(Greeter::main)));

        assertThat(lambda.invoke("""
                {"name": "Ada"}""")).succeeds().onAColdStart().completes();
        assertThat(lambda.invoke("""
                {"name": "Grace"}""")).succeeds().onAWarmStart();

        assertThat(lambda).runtime().started(1);
    }
    // end::twice[]

    // tag::error[]
    @Test
    void the_greeter_says_what_is_wrong_with_an_event(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(inProcess(Greeter::main)));

        Invocation invocation = lambda.invoke("{}");

        assertThat(invocation).failsWith("Function.BadEvent").withErrorMessage("nobody to greet");
    }
    // end::error[]
}
