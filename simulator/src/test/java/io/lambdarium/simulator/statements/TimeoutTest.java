// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.TimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @ParameterizedTest
    @CsvSource({"1, 1.00", "2, 2.00", "900, 900.00"})
    @Statement({"E-115", "L-061"})
    void a_timeout_is_told_on_the_millisecond_and_to_the_byte(int timeout, String words) {
        Cast cast = Cast.of(
                scene.deploy(f -> f.timeout(Duration.ofSeconds(timeout))).initialize());
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();

        scene.advance(Duration.ofSeconds(timeout).minusMillis(1));
        boolean runningBefore = invocation.outcome().isEmpty();
        scene.advance(Duration.ofMillis(1));

        assertThat(runningBefore).isTrue();
        assertThat(invocation.after()).contains(Duration.ofSeconds(timeout));
        assertTimedOut(invocation, words);
    }

    private static void assertTimedOut(Invocation invocation, String seconds) {
        assertThat(invocation.await()).isInstanceOf(TimedOut.class);
        assertThat(invocation.await().payload().text())
                .isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: " + invocation.requestId()
                        + " Error: Task timed out after " + seconds + " seconds\"}");
    }

    @Test
    @Statement({"L-064", "E-139"})
    void after_a_timeout_the_old_runtime_is_gone_and_another_serves_the_next_invocation() {
        Cast cast = Cast.of(scene.deploy().initialize());
        scene.invoke("1");
        cast.next().reply();
        scene.advance(Duration.ofSeconds(3));

        Invocation second = scene.invoke("2");
        RuntimePeer again = scene.runtime();
        again.next().reply();
        again.respond(second.requestId(), "done");

        assertThat(second.await().payload().text()).isEqualTo("done");
        assertThat(scene.lambda().journal().events(Launched.class))
                .extracting(Launched::generation)
                .containsExactly(1, 2);
        assertThat(scene.count(Exited.class)).isEqualTo(1);
    }

    @Test
    void after_a_timeout_no_init_is_reported_for_the_next_invocation() {
        Cast cast = Cast.of(scene.deploy().initialize());
        scene.invoke("1");
        cast.next().reply();
        scene.advance(Duration.ofSeconds(3));
        scene.await(WasReset.class);

        Invocation second = scene.invoke("2");
        RuntimePeer again = scene.runtime();
        scene.advance(Duration.ofMillis(700));
        again.next().reply();
        again.respond(second.requestId(), "done");
        again.next();

        Completed report = second.awaitReport();
        assertThat(report.initDuration()).isEqualTo(Optional.empty());
        assertThat(report.duration()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    @Statement("L-044")
    void an_init_that_is_always_too_slow_costs_ten_seconds_and_then_the_function_timeout() {
        scene.deploy();

        Invocation invocation = scene.invoke("{}");
        scene.advance(Duration.ofSeconds(10));
        InitializationTimedOut ahead = scene.await(InitializationTimedOut.class);
        scene.advance(Duration.ofSeconds(3));

        assertThat(ahead.phase()).isEqualTo(InitPhase.INIT);
        assertThat(scene.await(InitializationTimedOut.class, any -> true, 2).phase())
                .isEqualTo(InitPhase.INVOKE);
        assertThat(invocation.after()).contains(Duration.ofSeconds(13));
        assertTimedOut(invocation, "3.00");
        Invocation another = scene.invoke("{}");
        scene.advance(Duration.ofSeconds(3));
        assertTimedOut(another, "3.00");
        assertThat(scene.count(InitializationTimedOut.class)).isEqualTo(3);
    }
}
