// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionPeer.EXIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionPeer.INIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertAccepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Failed;
import io.lambdarium.simulator.Outcome.TimedOut;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExtensionErrorEffectTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    @Test
    @Statement("E-080")
    void an_init_error_ends_nothing_before_its_process_has_exited() {
        ExtensionPeer probe = scene.extension("probe");
        assertAccepted(probe.report(INIT_ERROR, probe.register("INVOKE"), "Extension.Foo"));

        RuntimePeer runtime = scene.runtime();
        runtime.next();
        scene.advance(Duration.ofSeconds(9));
        int failedBefore = scene.count(InitializationFailed.class);
        probe.exits(0);

        assertThat(failedBefore).isZero();
        InitializationFailed failed = scene.await(InitializationFailed.class);
        assertThat(failed.failure()).isEqualTo(new Failure("Extension.InitError", "exit code 0"));
        assertThat(failed.took()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    @Statement({"E-081", "E-086"})
    void an_init_error_in_an_init_within_an_invocation_is_told_to_its_caller() {
        scene.extension("probe").exits(1);
        scene.await(WasReset.class);
        Invocation invocation = scene.invoke("{}");
        ExtensionPeer again = scene.extension("probe");
        assertAccepted(again.report(INIT_ERROR, again.register("INVOKE"), "Extension.Secret"));

        again.exits(0);

        assertFailed(invocation, "Extension.InitError");
    }

    @Test
    @Statement({"E-082", "E-086"})
    void an_exit_error_in_an_invocation_is_told_to_its_caller() {
        Cast cast = Cast.of(scene, "probe: INVOKE");
        Invocation invocation = scene.invoke("{}");
        cast.member().next().reply();
        String identifier = cast.member().identifier();
        assertAccepted(cast.extension().report(EXIT_ERROR, identifier, "Extension.Secret"));

        cast.extension().exits(0);

        assertFailed(invocation, "Extension.ExitError");
    }

    private static void assertFailed(Invocation invocation, String errorType) {
        String told = "{\"errorType\":\"" + errorType + "\",\"errorMessage\":\"RequestId: " + invocation.requestId()
                + " Error: exit code 0\"}";
        assertThat(invocation.await()).isEqualTo(new Failed(errorType, Payload.of(told)));
    }

    @Test
    @Statement("E-083")
    void an_exit_error_without_an_exit_lets_the_invocation_run_into_its_timeout() {
        Cast cast = Cast.of(scene, "probe: INVOKE");
        Invocation invocation = scene.invoke("{}");
        cast.member().next().reply();
        String identifier = cast.member().identifier();
        assertAccepted(cast.extension().report(EXIT_ERROR, identifier, "Extension.Foo"));

        scene.advance(Duration.ofMillis(2_999));
        boolean runningBefore = invocation.outcome().isEmpty();
        scene.advance(Duration.ofMillis(1));

        assertThat(runningBefore).isTrue();
        assertThat(invocation.await()).isInstanceOf(TimedOut.class);
        assertThat(invocation.after()).contains(Duration.ofSeconds(3));
    }

    @Test
    @Statement("E-083")
    void an_exit_error_without_an_exit_keeps_the_environment_busy_until_the_timeout() {
        Cast cast = Cast.of(scene, "probe: INVOKE");
        Invocation invocation = scene.invoke("{}");
        String identifier = cast.member().identifier();
        cast.member().next().reply();
        assertAccepted(cast.extension().report(EXIT_ERROR, identifier, "Extension.Foo"));
        cast.runtime().respond(invocation.requestId(), "done");
        cast.runtime().next();

        scene.advance(Duration.ofMillis(2_999));
        boolean runningBefore = invocation.report().isEmpty();
        scene.advance(Duration.ofMillis(1));

        assertThat(runningBefore).isTrue();
        assertThat(invocation.await().payload().text()).isEqualTo("done");
        assertThat(scene.await(Stopping.class).reason()).isEqualTo(ShutdownReason.TIMEOUT);
    }
}
