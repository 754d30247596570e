// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.time;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Extensions.observing;
import static io.lambdarium.fixtures.Runtimes.echo;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.ShutdownReason.SPINDOWN;
import static java.time.Duration.ofMinutes;

import io.lambdarium.junit.LambdaSimulatorExtension;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdleTest {

    // tag::options[]
    @RegisterExtension
    final LambdaSimulatorExtension lambda = LambdaSimulatorExtension.with(
            SimulatorOptions.defaults().virtualTime().idleLimit(ofMinutes(5)));

    @Test
    void an_idle_environment_is_shut_down(Simulator lambda) {
        lambda.deploy(function("quick").runtime(echo()).extension("flusher", observing()));
        assertThat(lambda.invoke("1")).completes();

        lambda.time().advance(ofMinutes(5));

        assertThat(lambda).extension("flusher").isToldToShutDown(SPINDOWN);
    }
    // end::options[]
}
