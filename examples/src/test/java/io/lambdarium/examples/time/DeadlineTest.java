// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.time;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.LambdaFunction.function;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.lambdarium.fixtures.ScriptedRuntime;
import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions.Time;
import org.junit.jupiter.api.Test;

@LambdaSimulator(time = Time.VIRTUAL)
class DeadlineTest {

    private final ScriptedRuntime runtime = new ScriptedRuntime();

    // tag::deadline[]
    @Test
    void an_invocation_ends_on_the_millisecond_of_its_deadline(Simulator lambda) {
        lambda.deploy(function("slow").timeout(ofSeconds(3)).runtime(runtime.bootstrap()));
        Invocation invocation = lambda.invoke("{}");
        runtime.takesEvent();

        lambda.time().advance(ofMillis(2_999));
        assertThat(invocation).isRunning();

        lambda.time().advance(ofMillis(1));
        assertThat(invocation).timedOut().after(ofSeconds(3));
    }
    // end::deadline[]

    @Test
    void fifteen_minutes_pass_in_a_moment(Simulator lambda) {
        lambda.deploy(function("archive").timeout(ofMinutes(15)).runtime(runtime.bootstrap()));
        Invocation invocation = lambda.invoke("{}");
        runtime.takesEvent();

        lambda.time().advance(ofMinutes(15));

        assertThat(invocation).timedOut().after(ofMinutes(15));
    }

    // tag::last[]
    @Test
    void an_answer_in_the_last_millisecond_is_in_time(Simulator lambda) {
        lambda.deploy(function("slow").timeout(ofSeconds(3)).runtime(runtime.bootstrap()));
        Invocation invocation = lambda.invoke("{}");
        runtime.takesEvent();

        lambda.time().advance(ofMillis(2_999));
        runtime.responds("\"just in time\"");

        assertThat(invocation).succeeds().withPayload("\"just in time\"").after(ofMillis(2_999));
    }
    // end::last[]
}
