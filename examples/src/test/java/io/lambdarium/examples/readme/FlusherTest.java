// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.readme;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Extensions.observing;
import static io.lambdarium.fixtures.Runtimes.hanging;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.ShutdownReason.TIMEOUT;
import static java.time.Duration.ofSeconds;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class FlusherTest {

    // tag::test[]
    @Test
    void leaves_in_time_when_the_function_has_timed_out(Simulator lambda) {
        lambda.deploy(function("slow").timeout(ofSeconds(1)).runtime(hanging()).extension("flusher", observing()));

        assertThat(lambda.invoke("{}")).timesOut();

        assertThat(lambda).extension("flusher").isToldToShutDown(TIMEOUT).exitsBeforeItsDeadline();
    }
    // end::test[]
}
