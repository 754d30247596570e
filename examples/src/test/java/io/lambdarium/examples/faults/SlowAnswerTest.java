// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.faults;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Runtimes.echo;
import static io.lambdarium.simulator.Fault.hold;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_RESPONSE;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Gate;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class SlowAnswerTest {

    // tag::hold[]
    @Test
    void the_caller_waits_as_long_as_the_answer_is_on_its_way(Simulator lambda) {
        Gate gate = new Gate();
        lambda.faults().on(RUNTIME_RESPONSE).once(hold(gate));
        lambda.deploy(function("quick").runtime(echo()));

        Invocation invocation = lambda.invoke("1");

        assertThat(invocation).isRunning();
        gate.open();
        assertThat(invocation).succeeds();
    }
    // end::hold[]
}
