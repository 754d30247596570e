// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.event.Signal.SIGKILL;
import static io.lambdarium.simulator.event.Signal.SIGTERM;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RuntimeShutdownTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement({"E-120", "L-090"})
    void without_extensions_the_runtime_is_killed_at_once_and_not_asked_before() {
        Cast cast = Cast.of(scene.deploy().initialize());

        scene.lambda().shutDown();

        scene.await(Terminated.class);
        assertThat(cast.runtime().seat().signals()).containsExactly(SIGKILL);
        assertThat(Duration.between(when(Stopping.class), when(Terminated.class)))
                .isLessThan(Duration.ofMillis(50));
    }

    @Test
    @Statement({"E-121", "E-124", "L-091"})
    void with_an_internal_extension_the_runtime_is_asked_and_killed_500_ms_later() {
        scene.deploy().initialize();
        RuntimePeer runtime = scene.runtime();
        String identifier = register(runtime, "inside", "INVOKE");
        Poll extension = runtime.poll(ExtensionPeer.NEXT, "Lambda-Extension-Identifier: " + identifier);
        runtime.next();

        scene.lambda().shutDown();
        scene.advance(Duration.ofMillis(499));
        boolean aliveBefore = runtime.seat().signals().equals(java.util.List.of(SIGTERM));
        scene.advance(Duration.ofMillis(1));

        assertThat(aliveBefore).isTrue();
        assertThat(runtime.seat().signals()).containsExactly(SIGTERM, SIGKILL);
        extension.client().awaitEof();
        assertThat(scene.count(ToldToShutDown.class)).isZero();
    }

    @Test
    @Statement({"E-122", "E-123", "L-092"})
    void with_an_external_extension_a_runtime_that_stays_is_killed_after_300_ms_and_only_then_others_are_told() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");

        scene.lambda().shutDown();
        scene.advance(Duration.ofMillis(299));
        boolean toldBefore = scene.count(ToldToShutDown.class) > 0;
        scene.advance(Duration.ofMillis(1));

        assertThat(toldBefore).isFalse();
        assertThat(cast.runtime().seat().signals()).containsExactly(SIGTERM, SIGKILL);
        assertThat(position(Signalled.class)).isLessThan(position(Exited.class));
        assertThat(position(Exited.class)).isLessThan(position(ToldToShutDown.class));
    }

    @Test
    @Statement("L-093")
    void a_runtime_that_leaves_at_once_leaves_the_whole_budget_to_the_extensions() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");

        cast.shutDown();

        ToldToShutDown told = scene.await(ToldToShutDown.class);
        assertThat(told.deadline()).isEqualTo(when(Stopping.class).plusMillis(2000));
        assertThat(when(ToldToShutDown.class)).isEqualTo(when(Stopping.class));
    }

    private static String register(RuntimePeer runtime, String name, String event) {
        return ExtensionPeer.identifier(runtime.ask(
                "POST", ExtensionPeer.REGISTER, "{\"events\":[\"" + event + "\"]}", "Lambda-Extension-Name: " + name));
    }

    private Instant when(Class<? extends Event> type) {
        return first(type).at();
    }

    private long position(Class<? extends Event> type) {
        return first(type).sequence();
    }

    private Entry first(Class<? extends Event> type) {
        return scene.lambda().journal().entries().stream()
                .filter(entry -> type.isInstance(entry.event()))
                .findFirst()
                .orElseThrow();
    }
}
