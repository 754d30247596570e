// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.greeter;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.Bootstrap.inProcess;
import static io.lambdarium.simulator.Fault.respond;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_NEXT;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class RuntimeLoopTest {

    // tag::once[]
    @Test
    void the_loop_asks_again_when_next_fails_once(Simulator lambda) {
        lambda.faults().on(RUNTIME_NEXT).once(respond(500));
        lambda.deploy(function("greeter").runtime(inProcess(Greeter::main)));

        assertThat(lambda.invoke("""
                {"name": "Ada"}""")).succeeds();

        assertThat(lambda).runtime().started(1).calls(RUNTIME_NEXT, 3); // failed, answered, parked again
    }
    // end::once[]

    // tag::always[]
    @Test
    void the_loop_gives_up_when_next_fails_again_and_again(Simulator lambda) {
        lambda.faults().on(RUNTIME_NEXT).always(respond(500));
        lambda.deploy(function("greeter").runtime(inProcess(Greeter::main)));

        assertThat(lambda.invoke("""
                {"name": "Ada"}""")).failsWith("Runtime.ExitError");

        assertThat(lambda).runtime().inGeneration(1).exitedWith(1);
    }
    // end::always[]
}
