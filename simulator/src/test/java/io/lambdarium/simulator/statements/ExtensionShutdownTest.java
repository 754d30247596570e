// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.event.Signal.SIGKILL;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.AskedAgainAfterShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionShutdownTest {

    private static final Duration BUDGET = Duration.ofMillis(2000);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement({"E-125", "E-130", "E-131", "E-137", "E-138", "E-067", "E-068", "L-094"})
    void a_parked_extension_is_told_with_exactly_these_bytes() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");

        Reply event = cast.shutDown().shutdownEvent();

        long deadline = scene.await(Stopping.class).deadline().toEpochMilli();
        assertThat(event.text())
                .isEqualTo(
                        "{\"eventType\":\"SHUTDOWN\",\"deadlineMs\":" + deadline + ",\"shutdownReason\":\"spindown\"}")
                .hasSize(79);
        assertThat(event.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(event.headers()).doesNotContainKey("Lambda-Extension-Event-Identifier");
        assertThat(deadline).isEqualTo(scene.lambda().time().now().plus(BUDGET).toEpochMilli());
    }

    @Test
    @Statement({"E-131", "L-094"})
    void the_deadline_counts_from_the_start_however_long_the_runtime_takes() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");
        long start = scene.lambda().time().now().toEpochMilli();
        scene.lambda().shutDown();

        scene.advance(Duration.ofMillis(299));
        cast.runtime().exits(0);

        assertThat(cast.shutdownEvent().text())
                .isEqualTo("{\"eventType\":\"SHUTDOWN\",\"deadlineMs\":" + (start + 2000)
                        + ",\"shutdownReason\":\"spindown\"}");
    }

    @Test
    @Statement({"E-131", "L-102"})
    void all_extensions_are_told_at_once_and_waited_for_until_the_same_deadline() {
        Cast cast = Cast.of(scene.deploy("a", "b").initialize(), "a: SHUTDOWN", "b: SHUTDOWN");
        Instant start = scene.lambda().time().now();

        cast.shutDown();

        scene.await(ToldToShutDown.class, any -> true, 2);
        List<ToldToShutDown> told = scene.lambda().journal().events(ToldToShutDown.class);
        assertThat(told).extracting(event -> event.extension().name()).containsExactly("a", "b");
        assertThat(told)
                .extracting(ToldToShutDown::deadline)
                .containsOnly(told.get(0).deadline());
        assertThat(cast.extensions())
                .allSatisfy(member -> assertThat(member.next().reply().text()).contains("SHUTDOWN"));
        scene.advance(BUDGET);
        assertThat(cast.extensions())
                .allSatisfy(member -> assertThat(member.peer().seat().signals()).containsExactly(SIGKILL));
        assertThat(scene.when(ToldToShutDown.class)).hasSize(2).containsOnly(start);
        assertThat(scene.when(Terminated.class)).containsExactly(start.plus(BUDGET));
    }

    @Test
    @Statement("E-126")
    void a_busy_extension_is_told_when_it_asks_in_time() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE SHUTDOWN");
        breakTheEnvironmentWhileTheExtensionIsBusy(cast);

        scene.advance(BUDGET.minus(A_MOMENT));
        Reply event = cast.extension().next(cast.member().identifier()).reply();

        assertThat(event.text()).contains("\"eventType\":\"SHUTDOWN\"");
    }

    @Test
    @Statement("E-127")
    void an_extension_that_is_busy_until_its_deadline_is_killed_without_having_been_told() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE SHUTDOWN");
        breakTheEnvironmentWhileTheExtensionIsBusy(cast);

        scene.advance(BUDGET.minus(A_MOMENT));
        boolean killedBefore = !cast.extension().seat().signals().isEmpty();
        scene.advance(A_MOMENT);

        assertThat(killedBefore).isFalse();
        assertThat(cast.extension().seat().signals()).containsExactly(SIGKILL);
        assertThat(scene.count(ToldToShutDown.class)).isZero();
        assertThat(scene.await(OverranShutdown.class).told()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"probe: INVOKE", "probe"})
    @Statement({"E-128", "E-065", "L-096"})
    void an_extension_without_shutdown_is_killed_when_the_runtime_is_gone(String subscribed) {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), subscribed);

        cast.shutDown();

        scene.await(Terminated.class);
        assertThat(cast.extension().seat().signals()).containsExactly(SIGKILL);
        cast.member().next().client().awaitEof();
        assertThat(scene.count(ToldToShutDown.class)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @Statement({"E-129", "E-132", "E-135"})
    void an_exit_with_any_status_ends_the_shutdown_at_once_and_nobody_sent_a_sigterm(int status) {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");
        cast.shutDown().shutdownEvent();

        cast.extension().exits(status);

        scene.await(Terminated.class);
        assertThat(cast.extension().seat().signals()).isEmpty();
        assertThat(scene.await(Acknowledged.class).exit().status()).isEqualTo(status);
        assertThat(scene.await(Acknowledged.class).spare()).isEqualTo(BUDGET);
    }

    @Test
    @Statement("E-133")
    void asking_again_acknowledges_nothing() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");
        cast.shutDown().shutdownEvent();

        Poll again = cast.extension().next(cast.member().identifier());
        scene.advance(BUDGET.minus(A_MOMENT));
        boolean goneBefore = scene.count(Terminated.class) > 0;
        scene.advance(A_MOMENT);

        assertThat(goneBefore).isFalse();
        again.client().awaitEof();
        assertThat(cast.extension().seat().signals()).containsExactly(SIGKILL);
        assertThat(scene.count(AskedAgainAfterShutdown.class)).isEqualTo(1);
        assertThat(scene.count(Terminated.class)).isEqualTo(1);
    }

    @Test
    @Statement({"E-134", "L-095"})
    void an_extension_that_stays_is_killed_at_its_deadline() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: SHUTDOWN");
        cast.shutDown().shutdownEvent();

        scene.advance(BUDGET.minus(A_MOMENT));
        boolean killedBefore = !cast.extension().seat().signals().isEmpty();
        scene.advance(A_MOMENT);

        assertThat(killedBefore).isFalse();
        assertThat(cast.extension().seat().signals()).containsExactly(SIGKILL);
        assertThat(scene.await(OverranShutdown.class).told()).isTrue();
        assertThat(scene.count(Terminated.class)).isEqualTo(1);
    }

    @Test
    @Statement("E-136")
    void an_extension_that_crashes_leaves_the_others_their_time() {
        Cast cast = Cast.of(scene.deploy("a", "b").initialize(), "a: SHUTDOWN", "b: SHUTDOWN");
        cast.shutDown().shutdownEvent();
        ExtensionPeer other = cast.extensions().get(1).peer();

        cast.extension().exits(9);
        scene.advance(BUDGET.minus(A_MOMENT));
        boolean killedBefore = !other.seat().signals().isEmpty();
        scene.advance(A_MOMENT);

        assertThat(killedBefore).isFalse();
        assertThat(other.seat().signals()).containsExactly(SIGKILL);
    }

    private void breakTheEnvironmentWhileTheExtensionIsBusy(Cast cast) {
        scene.invoke("{}");
        cast.member().next().reply();
        cast.runtime().exits(1);
        scene.await(Stopping.class);
    }
}
