// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.flusher;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Runtimes.echo;
import static io.lambdarium.fixtures.Runtimes.hanging;
import static io.lambdarium.simulator.Bootstrap.inProcess;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.ShutdownReason.SPINDOWN;
import static io.lambdarium.simulator.event.ShutdownReason.TIMEOUT;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class FlusherTest {

    private final Queue<String> shipped = new ConcurrentLinkedQueue<>();

    // tag::timeout[]
    @Test
    void the_flusher_leaves_in_time_when_the_function_has_timed_out(Simulator lambda) {
        lambda.deploy(function("slow")
                .timeout(ofSeconds(1))
                .runtime(hanging())
                .extension("flusher", inProcess(new Flusher(shipped)::run)));

        Invocation invocation = lambda.invoke("{}");

        assertThat(invocation).timesOut();
        assertThat(lambda).extension("flusher").isToldToShutDown(TIMEOUT).exitsBeforeItsDeadline();
        assertThat(shipped).containsExactly(invocation.requestId());
    }
    // end::timeout[]

    // tag::spindown[]
    @Test
    void the_flusher_ships_everything_when_lambda_scales_in(Simulator lambda) {
        lambda.deploy(function("quick").runtime(echo()).extension("flusher", inProcess(new Flusher(shipped)::run)));
        Invocation first = lambda.invoke("1");
        assertThat(first).completes();
        Invocation second = lambda.invoke("2");
        assertThat(second).completes();

        lambda.shutDown();

        assertThat(lambda).extension("flusher").isToldToShutDown(SPINDOWN).exitsBeforeItsDeadline();
        assertThat(shipped).containsExactly(first.requestId(), second.requestId());
    }
    // end::spindown[]
}
