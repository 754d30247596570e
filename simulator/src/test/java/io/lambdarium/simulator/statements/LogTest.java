// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LogTest {

    private static final String ID = "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    private static String report(FunctionLog log) {
        return log.lines().get(log.lines().size() - 1).text();
    }

    private static List<String> firstWords(List<FunctionLog.Line> lines) {
        return lines.stream().map(line -> line.text().split("[ \t]")[0]).toList();
    }

    @Test
    @Statement({"L-131", "R-149", "L-048"})
    void a_report_has_the_form_that_lambda_gives_it_and_only_the_first_one_tells_of_the_init() {
        scene.deploy();
        Invocation cold = scene.invoke("{}");
        RuntimePeer runtime = scene.runtime();
        scene.advance(Duration.ofNanos(110_100_000));
        runtime.next().reply();
        scene.advance(Duration.ofNanos(3_010_000));
        runtime.respond(cold.requestId(), "{}");
        Poll next = runtime.next();
        cold.awaitReport();
        Invocation warm = scene.invoke("{}");
        next.reply();
        runtime.respond(warm.requestId(), "{}");
        scene.keep(runtime.next());
        warm.awaitReport();

        String usual = "REPORT RequestId: " + ID + "\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: \\d+ MB\t";
        assertThat(report(cold.log())).matches(usual + "Init Duration: 110\\.10 ms\t");
        assertThat(report(warm.log())).matches(usual);
        assertThat(report(cold.log())).contains("\tDuration: 3.01 ms\tBilled Duration: 114 ms\t");
        assertThat(report(warm.log())).contains("\tDuration: 0.00 ms\tBilled Duration: 0 ms\t");
    }

    @Test
    @Statement({"L-057", "E-105"})
    void the_time_that_an_extension_needs_after_the_answer_is_counted_and_billed() {
        scene.deploy("slow").initialize();
        Cast cast = Cast.of(scene, "slow: INVOKE");
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();
        cast.member().next().reply();
        cast.runtime().respond(invocation.requestId(), "{}");
        scene.keep(cast.runtime().next());

        scene.advance(Duration.ofSeconds(1));
        scene.keep(cast.extension().next(cast.member().identifier()));

        invocation.awaitReport();
        assertThat(report(invocation.log())).contains("\tDuration: 1000.00 ms\tBilled Duration: 1000 ms\t");
    }

    @Test
    @Statement({"L-132", "R-149"})
    void a_report_ends_with_what_went_wrong() {
        Cast cast = Cast.of(scene.deploy().initialize());
        Invocation late = scene.invoke("{}");
        cast.next().reply();
        scene.advance(Duration.ofSeconds(3));
        late.awaitReport();
        Invocation crashed = scene.invoke("{}");
        RuntimePeer again = scene.runtime();
        again.next().reply();
        again.exits(1);
        crashed.awaitReport();

        assertThat(report(late.log())).endsWith("\tStatus: timeout").contains("\tDuration: 3000.00 ms\t");
        assertThat(report(crashed.log())).endsWith("\tStatus: error\tError Type: Runtime.ExitError");
    }

    @Test
    @Statement("L-066")
    void after_a_timeout_the_next_invocation_logs_no_init_and_has_its_time_in_its_duration() {
        Cast cast = Cast.of(scene.deploy().initialize());
        scene.invoke("{}");
        cast.next().reply();
        scene.advance(Duration.ofSeconds(3));
        scene.await(WasReset.class);
        int before = scene.lambda().log().lines().size();

        Invocation invocation = scene.invoke("{}");
        RuntimePeer again = scene.runtime();
        scene.advance(Duration.ofMillis(700));
        again.next().reply();
        again.respond(invocation.requestId(), "{}");
        scene.keep(again.next());
        invocation.awaitReport();

        List<FunctionLog.Line> lines = scene.lambda().log().lines();
        assertThat(firstWords(lines.subList(before, lines.size()))).containsExactly("START", "END", "REPORT");
        assertThat(report(invocation.log())).contains("\tDuration: 700.00 ms\t").doesNotContain("Init Duration");
    }

    @Test
    void an_init_that_no_request_waits_for_is_logged_and_not_reported() {
        scene.deploy().initialize();
        RuntimePeer runtime = scene.runtime();
        scene.advance(Duration.ofMillis(300));

        Invocation invocation = runtime.takes("{}");
        runtime.respond(invocation.requestId(), "{}");
        scene.keep(runtime.next());

        scene.await(Completed.class);
        assertThat(scene.lambda().log().lines().get(0).text()).startsWith("INIT_START Runtime Version: ");
        assertThat(report(invocation.log()))
                .contains("\tBilled Duration: 0 ms\t")
                .doesNotContain("Init Duration");
    }

    @Test
    @Statement("L-074")
    void an_invocation_starts_after_the_init_inside_it_even_if_that_failed() {
        scene.deploy("flusher");
        Invocation invocation = scene.invoke("{}");
        scene.extension("flusher").exits(1);
        scene.await(WasReset.class);
        scene.extension("flusher").exits(1);
        invocation.awaitReport();

        assertThat(firstWords(scene.lambda().log().lines()))
                .containsExactly(
                        "INIT_START", "EXTENSION", "INIT_REPORT", "EXTENSION", "INIT_REPORT", "START", "END", "REPORT");
        assertThat(scene.lambda().log().text())
                .containsSubsequence("\tPhase: init\tStatus: error", "\tPhase: invoke\tStatus: error", "\nSTART");
    }

    @Test
    @Statement("R-106")
    void an_init_that_fails_is_logged_and_made_again_within_the_invocation() {
        scene.deploy();
        Invocation invocation = scene.invoke("{}");
        scene.runtime().exits(1);
        scene.await(WasReset.class);

        RuntimePeer again = scene.runtime();
        again.next().reply();
        again.respond(invocation.requestId(), "{}");
        scene.keep(again.next());

        invocation.awaitReport();
        InitializationStarted second = scene.await(InitializationStarted.class, any -> true, 2);
        assertThat(Duration.between(scene.lambda().time().now(), second.deadline()))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(scene.lambda().log().text())
                .containsSubsequence(
                        "INIT_REPORT Init Duration: 0.00 ms\tPhase: init\tStatus: error\tError Type: Runtime.ExitError\n",
                        "START RequestId: " + invocation.requestId());
    }

    @Test
    @Statement("E-108")
    void an_extension_that_leaves_after_the_answer_is_reported_and_the_caller_keeps_his_result() {
        scene.deploy("hasty").initialize();
        Cast cast = Cast.of(scene, "hasty: INVOKE");
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();
        cast.member().next().reply();
        cast.runtime().respond(invocation.requestId(), "\"kept\"");
        scene.keep(cast.runtime().next());

        cast.extension().exits(0);
        scene.advance(Duration.ofSeconds(2));

        invocation.awaitReport();
        scene.await(WasReset.class);
        assertThat(invocation.await().payload().text()).isEqualTo("\"kept\"");
        assertThat(report(invocation.log())).endsWith("\tStatus: error\tError Type: Extension.Crash");
    }
}
