// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.concurrency;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Runtimes.waitingAt;
import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Gate;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class ThrottlingTest {

    // tag::test[]
    @Test
    void a_third_concurrent_invocation_is_throttled(Simulator lambda) {
        Gate gate = new Gate();
        lambda.deploy(function("busy").concurrency(2).runtime(waitingAt(gate)));

        Invocation first = lambda.invoke("1");
        Invocation second = lambda.invoke("2");
        Invocation third = lambda.invoke("3");

        assertThat(third).isThrottled();
        gate.open();
        assertThat(first).succeeds();
        assertThat(second).succeeds();
        assertThat(lambda).startedEnvironments(2);
    }
    // end::test[]
}
