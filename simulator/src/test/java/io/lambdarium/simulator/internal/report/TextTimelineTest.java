// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static io.lambdarium.simulator.internal.report.Story.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextTimelineTest {

    @Test
    void a_start_reads_like_a_story() {
        Story story = started();

        assertThat(story.text()).isEqualTo("""
                +0.000  invocation     ada0 requested, 12 bytes; given to environment 1, a cold start
                +0.000  environment 1  started; must be initialized by +10.000
                +0.000  flusher        launched
                +0.041  flusher        registered for INVOKE and SHUTDOWN
                +0.041  runtime        launched
                +0.052  runtime        GET /runtime/invocation/next              parked
                +0.055  flusher        GET /extension/event/next                 parked
                +0.055  environment 1  initialized after 0.055 s; idle
                +0.055  invocation     ada0 started; must end by +3.055
                +0.055  flusher        told of ada0
                +0.055  runtime        given ada0; must answer by +3.055
                (Lambda freezes who is idle. Here they run on.)""");
    }

    @Test
    void a_timeout_reads_like_a_story() {
        Story story = started();

        story.at(60).asks("flusher").at(3_100).asks("flusher");
        story.at(3_412).exits(extension("flusher"), 0);

        assertThat(story.text()).endsWith("""
                +0.060  flusher        GET /extension/event/next                 parked
                +3.055  invocation     ada0 timed out after 3.000 s
                +3.055  environment 1  is reset: TIMEOUT; must be empty by +5.055
                +3.055  runtime        sent SIGTERM, ended with it
                +3.055  flusher        told to shut down: TIMEOUT; must exit by +5.055
                +3.100  flusher        GET /extension/event/next                 parked, which does not acknowledge SHUTDOWN
                +3.412  flusher        exited with status 0, 1.643 s before its deadline
                +3.412  invocation     ada0 completed after 3.000 s: TIMEOUT (Sandbox.Timedout)
                +3.412  environment 1  empty; the next invocation initializes it
                (Lambda freezes who is idle. Here they run on.)""");
    }

    @Test
    void a_warm_invocation_reads_like_a_story() {
        Story story = started().at(70).responds(ADA).at(75).asks().asks("flusher");

        story.at(90).isInvoked(BOB).at(100).reportsError(BOB, "Handler.Oops");

        assertThat(story.text()).contains("""
                +0.070  runtime        POST /runtime/invocation/ada0/response    accepted, 2 bytes
                +0.075  runtime        GET /runtime/invocation/next              parked
                +0.075  flusher        GET /extension/event/next                 parked
                +0.075  invocation     ada0 completed after 0.020 s: SUCCESS; idle
                +0.090  invocation     bob0 requested, 12 bytes; given to environment 1, a warm start
                +0.090  invocation     bob0 started; must end by +3.090
                +0.090  flusher        told of bob0
                +0.090  runtime        given bob0; must answer by +3.090
                +0.100  runtime        POST /runtime/invocation/bob0/error       accepted: Handler.Oops
                """);
    }

    @Test
    void a_shutdown_reads_like_a_story() {
        Story story = started().at(70).responds(ADA).at(75).asks().asks("flusher");

        story.at(300).shutsDown().at(400).exits(extension("flusher"), 0);

        assertThat(story.text()).contains("""
                +0.300  environment 1  shuts down: SPINDOWN; must be empty by +2.300
                +0.300  runtime        sent SIGTERM, ended with it
                +0.300  flusher        told to shut down: SPINDOWN; must exit by +2.300
                +0.400  flusher        exited with status 0, 1.900 s before its deadline
                +0.400  environment 1  terminated: SPINDOWN
                """);
    }

    @Test
    void an_initialization_inside_an_invocation_reads_like_a_story() {
        Story story = Story.with().at(10).exits(RUNTIME, 3);

        story.at(20).asks();

        assertThat(story.text()).contains("""
                +0.010  environment 1  empty; the next invocation initializes it
                +0.010  environment 1  is initialized inside the invocation; must be done by +3.010
                +0.010  runtime        launched again, generation 2
                """);
    }

    @Test
    void a_call_that_a_fault_kept_back_is_told_with_the_fault() {
        Story story = Story.with().isStruck(Endpoint.RUNTIME_NEXT, "respond with 500");

        story.at(20).asks();

        assertThat(story.text()).contains("""
                +0.000  fault          GET /runtime/invocation/next: respond with 500
                +0.020  runtime        GET /runtime/invocation/next              parked
                """);
    }

    @Test
    void whoever_must_leave_hangs_up_silently_but_nobody_else_does() {
        Story story = Story.idle().at(50).hangsUp().asks().shutsDown().hangsUp();

        assertThat(story.text().lines().filter(line -> line.contains("hung up")))
                .containsExactly("+0.050  runtime        GET /runtime/invocation/next              the caller hung up");
    }

    @Test
    void a_call_with_the_wrong_method_is_shown_as_it_was() {
        Story story = Story.running();

        story.isSettled(
                Endpoint.RUNTIME_RESPONSE,
                new Answer.MethodNotAllowed("POST"),
                "GET /2018-06-01/runtime/invocation/ada0-0000/response");

        assertThat(story.text())
                .contains("GET /2018-06-01/runtime/invocation/ada0-0000/response  refused: 405, allowed is POST");
    }

    private static Story started() {
        return Story.with("flusher")
                .at(41)
                .registers("flusher", "INVOKE", "SHUTDOWN")
                .at(52)
                .asks()
                .at(55)
                .asks("flusher");
    }

    @Test
    void a_process_that_could_not_be_killed_is_named() {
        Story story = Story.running().at(100);

        story.exits(RUNTIME, Exit.by(Signal.SIGKILL).detail("its thread could not be killed and may still run"));

        assertThat(story.text())
                .contains("runtime        ended with SIGKILL (its thread could not be killed and may still run)");
    }

    @Test
    void what_a_participant_chose_can_neither_forge_a_line_nor_steer_the_terminal() {
        Story story = Story.with().registers("evil\n+0.000  runtime  exited\u001b[2J\u202e");

        assertThat(story.text())
                .contains("  evil\\u000a+0.000  runtime  exited\\u001b[2J…  registered as an internal extension");
    }

    @Test
    void what_a_participant_chose_is_cut() {
        Story story = Story.with().reportsInitError("x".repeat(100_000));

        assertThat(story.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    }

    @Test
    void the_environment_is_shown_where_there_are_several() {
        Chronicle two = chronicle(inEnvironment(1, new Started(false)), inEnvironment(2, new Started(true)));

        assertThat(TextTimeline.of(two).text()).isEqualTo("""
                +0.000  env 1  environment 1  started
                +0.000  env 2  environment 2  started ahead of any invocation""");
    }

    @Test
    void a_request_is_cut_to_what_tells_it_apart() {
        Chronicle two =
                chronicle(nowhere(new Throttled("abcdef-1", "Limit")), nowhere(new Throttled("abcdeg-2", "Limit")));

        assertThat(TextTimeline.of(two).text()).isEqualTo("""
                +0.000  invocation  abcdef throttled: Limit
                +0.000  invocation  abcdeg throttled: Limit""");
    }

    @Test
    void entries_that_were_not_kept_are_counted() {
        Chronicle bounded = new Chronicle(Instant.EPOCH, 12, List.of(nowhere(new Throttled("abcd", "Limit"))));

        assertThat(TextTimeline.of(bounded).text()).startsWith("… 12 earlier entries were not kept\n");
    }

    private static Chronicle chronicle(Entry... entries) {
        return new Chronicle(Instant.EPOCH, 0, List.of(entries));
    }

    private static Entry inEnvironment(int number, Event event) {
        return new Entry(0, Instant.EPOCH, Optional.of(new EnvironmentId(number)), event);
    }

    private static Entry nowhere(Event event) {
        return new Entry(0, Instant.EPOCH, Optional.empty(), event);
    }
}
