// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples;

import static io.lambdarium.fixtures.Extensions.observing;
import static io.lambdarium.simulator.LambdaFunction.function;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.fixtures.ScriptedRuntime;
import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions.Time;
import org.junit.jupiter.api.Test;

/** A first look into the terrarium: one invocation that succeeds, one that times out, and what a timeline tells of both. */
@LambdaSimulator(time = Time.VIRTUAL)
class FirstLookTest {

    @Test
    void a_timeline_tells_what_happened(Simulator lambda) {
        ScriptedRuntime runtime = new ScriptedRuntime();
        lambda.deploy(function("greeter").runtime(runtime.bootstrap()).extension("observer", observing()));

        Invocation first = lambda.invoke("\"Ada\"");
        runtime.takesEvent();
        lambda.time().advance(ofMillis(120));
        runtime.responds("\"Hello, Ada!\"");
        runtime.asks();
        first.awaitReport();

        Invocation second = lambda.invoke("\"Grace\"");
        runtime.takesEvent();
        lambda.time().advance(ofSeconds(3));
        second.awaitReport();

        System.out.println(lambda.timeline().text());
        lambda.timeline().findings().forEach(System.out::println);
        assertThat(lambda.timeline().text()).contains("timed out");
    }
}
