// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Outcome.Throttled;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.soak.RawRuntime;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who invokes as soon as he is answered comes before the environment is idle again, and meets it all the same. */
class SuccessionTest {

    private static final Duration GRACE = Duration.ofMillis(500);

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement({"L-160", "L-161"})
    void a_hundred_invocations_one_after_the_other_need_no_more_than_one_environment() {
        try (Simulator lambda = Simulator.start(SimulatorOptions.defaults().virtualTime())) {
            lambda.deploy(function("f").concurrency(1).runtime(RawRuntime.inProcess()));

            assertThat(IntStream.range(0, 100).mapToObj(i -> lambda.invoke("{}").await()))
                    .allMatch(Succeeded.class::isInstance);
            assertThat(lambda.journal().events(Launched.class)).hasSize(1);
        }
    }

    @Test
    @Statement("L-160")
    void an_environment_that_has_answered_is_preferred_to_one_that_is_idle() {
        RuntimePeer one = scene.deploy().initialize().runtime();
        Invocation first = one.takes("1");
        scene.initialize().runtime().next();
        one.respond(first.requestId(), "done");

        Invocation second = scene.invoke("2");

        assertThat(one.next().reply().text()).isEqualTo("2");
        assertThat(second.start()).contains(Start.WARM);
        assertThat(scene.lambda().journal().events(Assigned.class))
                .extracting(assigned -> assigned.environment().number())
                .containsExactly(1, 1);
    }

    @Test
    @Statement("L-160")
    void an_environment_that_has_reported_an_error_is_met_again_too() {
        RuntimePeer runtime = scene.deploy().initialize().runtime();
        runtime.fail(runtime.takes("1").requestId(), "{}");

        Invocation second = scene.invoke("2");

        assertThat(runtime.next().reply().text()).isEqualTo("2");
        assertThat(second.start()).contains(Start.WARM);
    }

    @Test
    @Statement("L-160")
    void two_that_come_at_once_after_an_answer_reach_two_environments() {
        RuntimePeer one = scene.deploy().initialize().runtime();
        one.respond(one.takes("1").requestId(), "done");

        scene.invoke("2");
        Invocation third = scene.invoke("3");

        assertThat(third.start()).contains(Start.COLD);
        assertThat(scene.runtime().next().reply().text()).isEqualTo("3");
        assertThat(one.next().reply().text()).isEqualTo("2");
    }

    @Test
    @Statement({"L-056", "E-100"})
    void an_extension_that_works_on_after_the_answer_keeps_another_invocation_for_a_moment_only() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        Invocation first = scene.invoke("1");
        cast.member().next().reply();
        cast.runtime().respond(first.requestId(), "done");
        cast.runtime().next();

        Invocation second = scene.invoke("2");
        scene.advance(GRACE.minusMillis(1));
        Optional<Start> before = second.start();
        scene.advance(Duration.ofMillis(1));

        assertThat(before).isEmpty();
        assertThat(second.start()).contains(Start.COLD);
    }

    @Test
    @Statement("L-161")
    void an_answered_invocation_counts_until_everybody_is_back() {
        Cast cast = Cast.of(scene.deploy(f -> f.concurrency(1), "probe").initialize(), "probe: INVOKE");
        Invocation first = scene.invoke("1");
        cast.member().next().reply();
        cast.runtime().respond(first.requestId(), "done");
        cast.runtime().next();

        Invocation second = scene.invoke("2");
        scene.advance(GRACE);

        assertThat(second.outcome()).containsInstanceOf(Throttled.class);
    }
}
