// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrashTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    static List<Arguments> extensionExits() {
        return List.of(
                Arguments.of(Exit.status(7), "exit status 7"),
                Arguments.of(Exit.status(0), "exit code 0"),
                Arguments.of(Exit.by(Signal.SIGKILL), "signal: killed"));
    }

    @ParameterizedTest
    @MethodSource("extensionExits")
    @Statement({"E-107", "E-094", "L-069"})
    void the_exit_of_an_extension_before_the_response_fails_the_invocation(Exit exit, String words) {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        Invocation invocation = scene.invoke("{}");
        cast.member().next().reply();

        cast.extension().seat().exit(exit);

        assertThat(invocation.await()).isEqualTo(failed("Extension.Crash", invocation, words));
        assertThat(scene.await(Stopping.class).reset()).isTrue();
        assertThat(scene.await(Stopping.class).reason()).isEqualTo(ShutdownReason.FAILURE);
    }

    static List<Arguments> runtimeExits() {
        return List.of(
                Arguments.of(Exit.status(0), "Runtime exited without providing a reason"),
                Arguments.of(Exit.status(1), "Runtime exited with error: exit status 1"),
                Arguments.of(Exit.status(4), "Runtime exited with error: exit status 4"),
                Arguments.of(Exit.by(Signal.SIGTERM), "Runtime exited with error: signal: terminated"));
    }

    @ParameterizedTest
    @MethodSource("runtimeExits")
    @Statement({"E-112", "E-113", "L-068"})
    void the_exit_of_the_runtime_before_the_response_fails_the_invocation(Exit exit, String words) {
        Cast cast = Cast.of(scene.deploy().initialize());
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();

        cast.runtime().seat().exit(exit);

        assertThat(invocation.await()).isEqualTo(failed("Runtime.ExitError", invocation, words));
        assertThat(scene.await(RuntimeDone.class).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void the_exit_of_an_extension_after_the_response_shows_in_the_report_alone() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        Invocation invocation = scene.invoke("{}");
        cast.member().next().reply();
        cast.next().reply();
        cast.runtime().respond(invocation.requestId(), "done");

        cast.extension().exits(3);
        cast.runtime().exits(0);

        assertThat(invocation.await().payload().text()).isEqualTo("done");
        assertThat(invocation.awaitReport().status()).isEqualTo(Status.ERROR);
        assertThat(invocation.awaitReport().errorType()).isEqualTo("Extension.Crash");
        assertThat(scene.await(WasReset.class)).isNotNull();
    }

    @Test
    @Statement("L-070")
    void the_exit_of_the_runtime_after_its_response_leaves_the_caller_the_response() {
        Cast cast = Cast.of(scene.deploy().initialize());
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();
        cast.runtime().respond(invocation.requestId(), "done");

        cast.runtime().exits(1);
        Invocation next = scene.invoke("2");
        RuntimePeer again = scene.runtime();

        assertThat(invocation.await()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(again.next().reply().text()).isEqualTo("2");
        assertThat(next.start()).contains(Start.AFTER_RESET);
    }

    @Test
    @Statement("L-073")
    void after_an_exit_while_idle_the_next_invocation_succeeds_with_an_init_inside() {
        Cast cast = Cast.of(scene.deploy().initialize());

        cast.runtime().exits(1);
        Invocation invocation = scene.invoke("1");
        RuntimePeer again = scene.runtime();
        again.next().reply();
        again.respond(invocation.requestId(), "done");

        assertThat(invocation.await()).isEqualTo(new Outcome.Succeeded(Payload.of("done")));
        assertThat(invocation.start()).contains(Start.AFTER_RESET);
    }

    @Test
    @Statement("E-110")
    void after_the_crash_of_an_idle_extension_the_next_invocation_succeeds_with_an_init_inside() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        cast.extension().exits(1);
        cast.runtime().exits(0);
        scene.await(WasReset.class);

        Invocation invocation = scene.invoke("1");
        RuntimePeer again = scene.besides("probe");
        again.next().reply();
        again.respond(invocation.requestId(), "done");

        assertThat(invocation.await()).isEqualTo(new Outcome.Succeeded(Payload.of("done")));
        assertThat(invocation.start()).contains(Start.AFTER_RESET);
    }

    @Test
    @Statement({"E-110", "E-119", "E-045", "E-051", "L-078"})
    void after_a_reset_everybody_is_launched_anew_with_other_identifiers() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        scene.invoke("1");
        cast.extension().exits(1);
        cast.runtime().exits(0);
        scene.await(WasReset.class);
        scene.advance(Duration.ofMillis(250));

        Invocation second = scene.invoke("2");
        Instant start = scene.lambda().time().now();
        ExtensionPeer again = scene.extension("probe");
        String identifier = again.register("INVOKE");
        int staleStatus = again.next(cast.member().identifier()).reply().status();
        Poll extensionNext = again.next(identifier);
        RuntimePeer runtime = scene.runtime();
        runtime.next().reply();
        runtime.respond(second.requestId(), "done");

        assertThat(identifier).isNotEqualTo(cast.member().identifier());
        assertThat(staleStatus).isEqualTo(403);
        assertThat(extensionNext.reply().text())
                .contains("\"deadlineMs\":" + start.plusSeconds(3).toEpochMilli());
        assertThat(second.await()).isInstanceOf(Outcome.Succeeded.class);
    }

    private static Outcome failed(String type, Invocation invocation, String words) {
        return new Outcome.Failed(
                type,
                Payload.of("{\"errorType\":\"" + type + "\",\"errorMessage\":\"RequestId: " + invocation.requestId()
                        + " Error: " + words + "\"}"));
    }
}
