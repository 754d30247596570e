// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer.NextInvocation;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.wire.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InvocationWithExtensionsTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement("E-099")
    void everybody_is_told_together_and_nobody_waits_for_a_slow_extension() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");

        Invocation invocation = scene.invoke("{}");
        Reply toRuntime = cast.next().reply();
        Reply toExtension = cast.member().next().reply();
        Reply accepted = cast.runtime().respond(invocation.requestId(), "done");

        assertThat(toExtension.text()).contains("\"requestId\":\"" + RuntimePeer.requestId(toRuntime) + '"');
        assertThat(accepted.status()).isEqualTo(202);
    }

    @Test
    @Statement("L-051")
    void external_extensions_are_told_first_and_then_internal_ones_and_then_the_runtime() {
        ExtensionPeer outside = scene.deploy("outside").initialize().extension("outside");
        outside.next(outside.register("INVOKE"));
        RuntimePeer runtime = scene.runtime();
        ExtensionPeer inside = runtime.inside("an-internal-one");
        inside.next(inside.register("INVOKE"));
        runtime.next();

        scene.invoke("{}");

        assertThat(scene.lambda().journal().events(Event.class).stream()
                        .map(InvocationWithExtensionsTest::told)
                        .filter(name -> !name.isEmpty()))
                .containsExactly("outside", "an-internal-one", "runtime");
    }

    private static String told(Event event) {
        if (event instanceof ToldToInvoke told) {
            return told.extension().name();
        }
        return event instanceof Answered answered && answered.answer() instanceof NextInvocation ? "runtime" : "";
    }

    @Test
    @Statement("E-106")
    void an_extension_that_asks_before_the_runtime_has_responded_ends_nothing() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        Invocation invocation = scene.invoke("{}");
        cast.member().next().reply();
        cast.next().reply();

        cast.extension().next(cast.member().identifier());
        boolean runningAfter =
                invocation.report().isEmpty() && invocation.outcome().isEmpty();
        cast.runtime().respond(invocation.requestId(), "done");
        cast.runtime().next();

        assertThat(runningAfter).isTrue();
        assertThat(invocation.awaitReport().status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    @Statement({"E-100", "E-102", "L-055", "L-056"})
    void the_caller_has_its_response_while_the_environment_waits_for_the_extension() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        Invocation invocation = scene.invoke("1");
        cast.member().next().reply();
        cast.next().reply();
        cast.runtime().respond(invocation.requestId(), "done");
        cast.runtime().next();

        scene.advance(Duration.ofMillis(2_999));
        boolean busy = scene.count(Idled.class) == 1;
        cast.extension().next(cast.member().identifier());

        assertThat(invocation.await()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(invocation.after()).contains(Duration.ZERO);
        assertThat(busy).isTrue();
        assertThat(invocation.awaitReport().duration()).isEqualTo(Duration.ofMillis(2_999));
    }

    @Test
    void the_reported_duration_includes_the_time_that_the_extension_takes() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        Invocation invocation = scene.invoke("{}");
        cast.member().next().reply();
        cast.next().reply();
        scene.advance(Duration.ofMillis(500));
        cast.runtime().respond(invocation.requestId(), "done");
        cast.runtime().next();
        scene.advance(Duration.ofMillis(1_000));

        cast.extension().next(cast.member().identifier());

        assertThat(invocation.awaitReport().duration()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    @Statement({"E-101", "L-052"})
    void extensions_without_invoke_hear_nothing_and_are_not_waited_for() {
        Cast cast = Cast.of(scene.deploy("a", "b").initialize(), "a: SHUTDOWN", "b");
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();
        cast.runtime().respond(invocation.requestId(), "done");

        cast.runtime().next();

        assertThat(invocation.awaitReport().status()).isEqualTo(Status.SUCCESS);
        assertThat(scene.count(ToldToInvoke.class)).isZero();
    }

    @Test
    @Statement({"E-117", "L-058"})
    void an_extension_that_overruns_after_the_response_leaves_the_caller_its_success() {
        Cast cast = Cast.of(scene.deploy("probe", "other").initialize(), "other: SHUTDOWN", "probe: INVOKE SHUTDOWN");
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();
        cast.extensions().get(1).next().reply();
        cast.runtime().respond(invocation.requestId(), "done");
        cast.runtime().next();

        scene.advance(Duration.ofSeconds(3));
        cast.runtime().exits(0);
        Cast.Member overrun = cast.extensions().get(1);
        List<Reply> told = List.of(
                cast.shutdownEvent(), overrun.peer().next(overrun.identifier()).reply());

        assertThat(invocation.await()).isEqualTo(new Outcome.Succeeded(Payload.of("done")));
        assertThat(told).allMatch(event -> event.text().endsWith("\"shutdownReason\":\"timeout\"}"));
        assertThat(scene.await(Stopping.class).reset()).isTrue();
    }

    @Test
    @Statement({"E-118", "L-060"})
    void an_error_of_the_function_is_an_ordinary_invocation_for_everybody_else() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE SHUTDOWN");
        Invocation failing = scene.invoke("1");
        cast.member().next().reply();
        cast.next().reply();
        cast.runtime().fail(failing.requestId(), "{\"errorMessage\":\"no\"}");
        Poll warm = cast.runtime().next();
        cast.extension().next(cast.member().identifier());

        Invocation next = scene.invoke("2");

        assertThat(failing.await()).isInstanceOf(Outcome.Failed.class);
        assertThat(failing.await().payload().text()).isEqualTo("{\"errorMessage\":\"no\"}");
        assertThat(warm.reply().text()).isEqualTo("2");
        assertThat(next.start()).contains(Start.WARM);
        assertThat(scene.count(Stopping.class)).isZero();
    }

    @Test
    void the_time_between_response_and_next_belongs_to_the_runtime() {
        Cast cast = Cast.of(scene.deploy().initialize());
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();
        cast.runtime().respond(invocation.requestId(), "done");
        scene.advance(Duration.ofMillis(500));

        cast.runtime().next();

        Completed report = invocation.awaitReport();
        assertThat(report.status()).isEqualTo(Status.SUCCESS);
        assertThat(report.duration()).isEqualTo(Duration.ofMillis(500));
        assertThat(scene.count(Started.class)).isEqualTo(1);
    }
}
