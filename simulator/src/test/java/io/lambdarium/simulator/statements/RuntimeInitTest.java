// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static io.lambdarium.simulator.statements.Replies.assertIllegalMove;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.RuntimeInitialized;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Signal;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeInitTest {

    private static final Duration DAY = Duration.ofDays(1);

    @AutoClose
    private final Scene scene =
            Scene.with(SimulatorOptions.defaults().virtualTime().idleLimit(DAY.multipliedBy(9)));

    @Test
    @Statement("R-020")
    void the_first_call_for_an_event_ends_the_runtimes_part_of_the_init() {
        ExtensionPeer extension = scene.deploy("sidecar").initialize().extension("sidecar");
        String identifier = extension.register("INVOKE");
        RuntimePeer runtime = scene.runtime();
        assertThat(scene.count(RuntimeInitialized.class)).isZero();

        runtime.next();

        assertThat(scene.count(RuntimeInitialized.class)).isEqualTo(1);
        assertThat(scene.count(Initialized.class)).isZero();
        extension.next(identifier);
        assertThat(scene.count(Initialized.class)).isEqualTo(1);
    }

    @Test
    @Statement("R-020")
    void the_first_call_for_an_event_waits_without_limit() {
        RuntimePeer runtime = scene.deploy().initialize().runtime();
        Poll next = runtime.next();

        scene.advance(DAY);

        assertThat(scene.count(Answered.class) + scene.count(Abandoned.class)).isZero();
        scene.invoke("{}");
        assertThat(next.reply().status()).isEqualTo(200);
    }

    @Test
    @Statement("R-039")
    void a_parked_call_ends_with_its_connection_when_the_environment_is_reset() {
        ExtensionPeer extension = scene.deploy("sidecar").initialize().extension("sidecar");
        String identifier = extension.register();
        Poll next = scene.runtime().next();
        extension.next(identifier);

        extension.exits(1);
        scene.advance(Duration.ofSeconds(2));

        scene.await(WasReset.class);
        assertThat(next.bytesUntilClosed()).isZero();
    }

    @Test
    @Statement({"R-100", "R-101"})
    void an_init_error_is_accepted_once() {
        RuntimePeer runtime = scene.deploy().initialize().runtime();

        assertAccepted(runtime.failInit("{}"));

        assertIllegalMove(runtime.failInit("{}"), "InitError", "InitError");
    }

    @Test
    @Statement("R-102")
    void an_init_error_is_refused_while_an_event_runs() {
        RuntimePeer runtime = scene.deploy().initialize().runtime();
        runtime.takes("{}");

        assertIllegalMove(runtime.failInit("{}"), "Running", "InitError");
    }

    @Test
    @Statement("R-105")
    void an_init_error_without_an_exit_ends_in_a_timeout_and_a_new_process() {
        Invocation invocation = scene.deploy().invoke("{}");
        scene.runtime().failInit("{\"errorType\":\"Runtime.NoHandler\"}");
        scene.advance(Duration.ofSeconds(10));
        scene.runtime().failInit("{\"errorType\":\"Runtime.NoHandler\"}");

        scene.advance(Duration.ofSeconds(3));

        assertThat(invocation.await()).isInstanceOf(Outcome.TimedOut.class);
        Invocation another = scene.invoke("{}");
        assertThat(RuntimePeer.requestId(scene.runtime().next().reply())).isEqualTo(another.requestId());
    }

    @ParameterizedTest
    @CsvSource({"Foo.Bar, Runtime.Unknown", "Function.foo, Function.Unknown", "Runtime.Abc, Runtime.Abc"})
    @Statement("L-036")
    void the_type_of_an_init_error_is_checked(String given, String recorded) {
        RuntimePeer runtime = scene.deploy().initialize().runtime();

        runtime.failInit("{}", "Lambda-Runtime-Function-Error-Type: " + given);
        runtime.exits(1);

        assertThat(scene.await(InitializationFailed.class).failure().errorType())
                .isEqualTo(recorded);
    }

    @Test
    @Statement("R-107")
    void an_init_of_more_than_ten_seconds_is_done_again_in_the_first_invocation() {
        Invocation invocation = scene.deploy().invoke("{}");
        RuntimePeer slow = scene.runtime();
        scene.advance(Duration.ofMillis(9_999));
        assertThat(slow.seat().signals()).isEmpty();

        scene.advance(Duration.ofMillis(1));

        assertThat(slow.isSent(Signal.SIGKILL)).isTrue();
        RuntimePeer second = scene.runtime();
        assertThat(RuntimePeer.requestId(second.next().reply())).isEqualTo(invocation.requestId());
    }
}
