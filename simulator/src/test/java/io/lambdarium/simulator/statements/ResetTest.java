// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.event.Signal.SIGKILL;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.wire.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResetTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement({"E-116", "E-130", "E-138", "L-097", "L-101"})
    void after_a_timeout_the_runtime_goes_first_and_extensions_are_told_timeout() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");
        scene.invoke("{}");
        cast.next().reply();

        scene.advance(Duration.ofSeconds(3));
        boolean toldBefore = scene.count(ToldToShutDown.class) > 0;
        cast.runtime().exits(0);
        Reply event = cast.shutdownEvent();

        assertThat(toldBefore).isFalse();
        assertThat(event.text()).endsWith(",\"shutdownReason\":\"timeout\"}").hasSize(78);
    }

    static List<Exit> crashes() {
        return List.of(Exit.status(1), Exit.status(0), Exit.by(Signal.SIGKILL));
    }

    /** Whoever needs more memory than there is is killed with SIGKILL. */
    @ParameterizedTest
    @MethodSource("crashes")
    @Statement({"E-114", "E-130", "E-138", "L-097"})
    void after_a_crash_extensions_are_told_failure_and_have_two_seconds(Exit crash) {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");
        scene.invoke("{}");
        cast.next().reply();

        cast.runtime().seat().exit(crash);
        Reply event = cast.shutdownEvent();

        long inTwoSeconds = scene.lambda().time().now().plusSeconds(2).toEpochMilli();
        assertThat(event.text())
                .isEqualTo("{\"eventType\":\"SHUTDOWN\",\"deadlineMs\":" + inTwoSeconds
                        + ",\"shutdownReason\":\"failure\"}")
                .hasSize(78);
    }

    @Test
    @Statement("L-097")
    void the_reason_is_spindown_for_idleness() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");

        scene.advance(scene.lambda().options().idleLimit());
        cast.runtime().exits(0);

        assertThat(cast.shutdownEvent().text()).contains("\"shutdownReason\":\"spindown\"");
    }

    @Test
    @Statement({"E-139", "E-132"})
    void the_next_init_begins_when_the_last_extension_is_gone() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");
        scene.invoke("1");
        cast.next().reply();
        cast.runtime().exits(1);
        cast.shutdownEvent();

        scene.invoke("2");
        int initsBefore = scene.count(InitializationStarted.class);
        cast.extension().exits(0);

        scene.await(WasReset.class);
        scene.await(InitializationStarted.class, any -> true, 2);
        assertThat(initsBefore).isEqualTo(1);
    }

    @Test
    @Statement("E-140")
    void after_a_failed_init_extensions_that_have_not_registered_are_killed_without_an_event() {
        scene.deploy("a", "b").initialize();
        ExtensionPeer unregistered = scene.extension("b");

        scene.extension("a").exits(1);

        scene.await(WasReset.class);
        assertThat(unregistered.seat().signals()).containsExactly(SIGKILL);
        assertThat(scene.count(ToldToShutDown.class)).isZero();
    }

    @Test
    @Statement({"E-141", "L-099", "E-084"})
    void what_happens_during_a_shutdown_is_no_error_of_a_caller() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE SHUTDOWN");
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();
        cast.runtime().respond(invocation.requestId(), "done");
        cast.runtime().exits(7);
        String identifier = cast.member().identifier();
        cast.member().next().reply();
        cast.extension().next(identifier).reply();

        Reply reported = cast.extension().report(ExtensionPeer.EXIT_ERROR, identifier, "Extension.Late");
        cast.extension().exits(9);

        scene.await(WasReset.class);
        assertThat(reported.status()).isEqualTo(202);
        assertThat(invocation.await().payload().text()).isEqualTo("done");
        assertThat(scene.count(Failed.class)).isZero();
        assertThat(scene.await(Stopping.class).reason()).isEqualTo(ShutdownReason.FAILURE);
    }
}
