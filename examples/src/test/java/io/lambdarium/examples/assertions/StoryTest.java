// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.assertions;

import static io.lambdarium.assertions.EventConditions.exited;
import static io.lambdarium.assertions.EventConditions.ready;
import static io.lambdarium.assertions.EventConditions.timedOut;
import static io.lambdarium.assertions.EventConditions.toldToInvoke;
import static io.lambdarium.assertions.EventConditions.toldToShutDown;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Extensions.observing;
import static io.lambdarium.fixtures.Runtimes.echo;
import static io.lambdarium.fixtures.Runtimes.hanging;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.SimulatorOptions.Time.VIRTUAL;
import static io.lambdarium.simulator.event.ShutdownReason.TIMEOUT;
import static java.time.Duration.ofSeconds;

import io.lambdarium.assertions.SoftLambdaAssertions;
import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

class StoryTest {

    @LambdaSimulator(time = VIRTUAL)
    // tag::order[]
    @Test
    void the_extension_is_told_after_the_caller_and_before_it_leaves(Simulator lambda) {
        lambda.deploy(function("slow").timeout(ofSeconds(1)).runtime(hanging()).extension("flusher", observing()));
        Invocation invocation = lambda.invoke("{}");
        assertThat(lambda.journal()).contains(toldToInvoke("flusher", invocation), ready("flusher"));

        lambda.time().advance(ofSeconds(1));

        assertThat(lambda.journal())
                .containsInOrder(timedOut(invocation), toldToShutDown("flusher", TIMEOUT), exited("flusher", 0));
    }
    // end::order[]

    @LambdaSimulator
    // tag::softly[]
    @Test
    void everybody_behaves(Simulator lambda) {
        lambda.deploy(function("quick").runtime(echo()).extension("flusher", observing()));

        SoftLambdaAssertions.assertSoftly(softly -> {
            softly.assertThat(lambda.invoke("1")).succeeds().withPayload("1").completes();
            softly.assertThat(lambda).extension("flusher").registered();
            softly.assertThat(lambda).hasNoFindings();
        });
    }
    // end::softly[]

    // tag::plain[]
    @Test
    void a_simulator_needs_no_framework() {
        try (Simulator lambda = Simulator.start()) {
            lambda.deploy(function("quick").runtime(echo()));

            assertThat(lambda.invoke("1")).succeeds();
        }
    }
    // end::plain[]
}
