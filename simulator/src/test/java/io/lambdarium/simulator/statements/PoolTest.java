// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Outcome.Throttled;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which environment gets which invocation, and when there are more of them or fewer. */
class PoolTest {

    private static final Throttled NO_ROOM = new Throttled(
            "ReservedFunctionConcurrentInvocationLimitExceeded",
            Payload.of("{\"Type\":\"User\",\"message\":\"Rate Exceeded.\","
                    + "\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\"}"));

    /** An environment that has answered counts as about to be idle for so long. */
    private static final Duration GRACE = Duration.ofMillis(500);

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement({"E-104", "L-161"})
    void an_environment_with_a_busy_extension_is_busy() {
        Cast cast = Cast.of(scene.deploy(f -> f.concurrency(1), "probe").initialize(), "probe: INVOKE");
        Invocation first = scene.invoke("1");
        cast.member().next().reply();
        cast.runtime().respond(first.requestId(), "done");
        cast.runtime().next();
        scene.advance(GRACE);

        Outcome whileBusy = scene.invoke("2").await();
        cast.extension().next(cast.member().identifier());
        Invocation afterwards = scene.invoke("3");

        assertThat(whileBusy).isEqualTo(NO_ROOM);
        assertThat(afterwards.start()).contains(Start.WARM);
    }

    @Test
    @Statement("L-161")
    void at_a_concurrency_of_one_a_second_invocation_is_throttled() {
        Cast cast = Cast.of(scene.deploy(f -> f.concurrency(1)).initialize());
        scene.invoke("1");
        cast.next().reply();

        assertThat(scene.invoke("2").await()).isEqualTo(NO_ROOM);
    }

    @Test
    @Statement("L-075")
    void of_five_requests_to_a_single_environment_one_is_given_to_it_and_four_are_throttled() {
        Cast cast = Cast.of(scene.deploy(f -> f.concurrency(1)).initialize());
        List<Invocation> all = IntStream.range(0, 5)
                .mapToObj(i -> scene.invoke(Integer.toString(i)))
                .toList();

        String given = cast.next().reply().text();
        String givenAgain = cast.runtime().next().reply().text();
        cast.runtime().respond(all.get(0).requestId(), "done");

        assertThat(List.of(given, givenAgain)).containsOnly("0");
        assertThat(all.get(0).await()).isEqualTo(new Succeeded(Payload.of("done")));
        assertThat(all.subList(1, 5)).allMatch(invocation -> invocation.await().equals(NO_ROOM));
    }

    @Test
    @Statement({"E-100", "L-056"})
    void who_has_not_asked_again_be_it_extension_or_runtime_keeps_its_environment_from_the_next_event() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        Invocation first = scene.invoke("1");
        cast.member().next().reply();
        cast.next().reply();
        cast.runtime().respond(first.requestId(), "done");
        scene.advance(GRACE);
        Start withoutBoth = scene.invoke("2").start().orElseThrow();
        cast.extension().next(cast.member().identifier());
        Start withoutRuntime = scene.invoke("3").start().orElseThrow();

        cast.runtime().next();
        Start withBoth = scene.invoke("4").start().orElseThrow();

        assertThat(List.of(withoutBoth, withoutRuntime, withBoth)).containsExactly(Start.COLD, Start.COLD, Start.WARM);
        assertThat(scene.lambda().journal().events(ToldToInvoke.class)).hasSize(2);
    }

    @Test
    @Statement("L-160")
    void one_after_the_other_share_an_environment_and_a_log_stream_and_two_at_once_do_not() {
        RuntimePeer one = scene.deploy().initialize().runtime();
        one.respond(one.takes("1").requestId(), "done");
        Invocation second = one.takes("2");

        scene.invoke("3");
        RuntimePeer other = scene.runtime();

        assertThat(second.start()).contains(Start.WARM);
        assertThat(other.next().reply().text()).isEqualTo("3");
        assertThat(logStream(other)).isNotEmpty().isNotEqualTo(logStream(one));
        assertThat(scene.count(Launched.class)).isEqualTo(2);
    }

    private static String logStream(RuntimePeer runtime) {
        return runtime.seat().variables().getOrDefault("AWS_LAMBDA_LOG_STREAM_NAME", "");
    }

    @Test
    @Statement("L-168")
    void after_an_update_the_old_code_ends_what_it_has_begun_and_the_new_code_begins() {
        RuntimePeer old = scene.deploy(f -> f.handler("old")).initialize().runtime();
        Invocation running = old.takes("1");
        scene.deploy(f -> f.handler("new"));

        scene.invoke("2");
        RuntimePeer updated = scene.runtime();
        old.respond(running.requestId(), "done");
        old.next();

        assertThat(updated.seat().variables()).containsEntry("_HANDLER", "new");
        assertThat(updated.next().reply().text()).isEqualTo("2");
        assertThat(running.await()).isEqualTo(new Succeeded(Payload.of("done")));
        assertThat(scene.count(Terminated.class)).isOne();
    }

    @Test
    @Statement("L-169")
    void an_environment_is_used_again_until_it_has_been_idle_for_too_long() {
        Duration limit = scene.lambda().options().idleLimit();
        RuntimePeer runtime = scene.deploy().initialize().runtime();
        Poll next = runtime.next();
        scene.advance(limit.minusMillis(1));
        Invocation reused = scene.invoke("1");
        next.reply();
        runtime.respond(reused.requestId(), "done");
        runtime.next();

        scene.advance(limit.minusMillis(1));
        int endedBefore = scene.count(Terminated.class);
        scene.advance(Duration.ofMillis(1));

        assertThat(reused.start()).contains(Start.WARM);
        assertThat(endedBefore).isZero();
        assertThat(scene.await(Stopping.class).reason()).isEqualTo(ShutdownReason.SPINDOWN);
        assertThat(scene.count(Terminated.class)).isOne();
    }

    @Test
    @Statement("L-170")
    void any_number_of_first_requests_starts_no_more_processes_than_are_allowed() {
        scene.deploy(f -> f.concurrency(3));

        List<Invocation> all =
                IntStream.range(0, 50).mapToObj(i -> scene.invoke("{}")).toList();

        assertThat(scene.count(Launched.class)).isEqualTo(3);
        assertThat(all).filteredOn(invocation -> invocation.outcome().isEmpty()).hasSize(3);
        assertThat(all.subList(3, 50)).allMatch(invocation -> invocation.await().equals(NO_ROOM));
    }
}
