// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Endpoint.UNKNOWN;
import static io.lambdarium.simulator.event.Participant.extension;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static io.lambdarium.simulator.internal.report.Story.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer.NotFound;
import org.junit.jupiter.api.Test;

class InvokeFindingsTest {

    @Test
    void the_runtime_took_the_event_and_never_answered() {
        Story story = Story.running();

        story.at(3_000);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime took the event of ada0 but called neither /response nor /error for it before "
                                + "the function timeout of 3.000 s. Let the handler end in time, or make the timeout longer.");
    }

    @Test
    void the_runtime_never_finished_its_answer() {
        Story story = Story.running().beginsToRespond(ADA);

        story.at(3_000);

        assertThat(story.findings())
                .containsExactly("The runtime began to answer ada0 but did not send the end of the answer before the "
                        + "function timeout of 3.000 s. Close the body of the request to /response.");
    }

    @Test
    void the_runtime_reported_an_error_without_a_type() {
        Story story = Story.running();

        story.reportsError(ADA, "Runtime.Unknown").asks();

        assertThat(story.findings())
                .containsExactly(
                        "The runtime reported an error at ada0 without a type that Lambda knows, so its type is "
                                + "Runtime.Unknown. Send the header Lambda-Runtime-Function-Error-Type, such as "
                                + "Function.NoSuchOrder; the errorType in the body is for the caller only.");
    }

    @Test
    void the_runtime_answered_twice() {
        Story story = Story.running().responds(ADA);

        story.reportsError(ADA, "Late").asks();

        assertThat(story.findings())
                .containsExactly(
                        "The runtime answered ada0 twice, and the second answer was refused. Call either /response "
                                + "or /error, and only once for each event.");
    }

    @Test
    void the_runtime_answered_twice_with_a_request_between() {
        Story story = Story.running().responds(ADA).asks();

        story.isInvoked(BOB).responds(ADA).responds(BOB).asks();

        assertThat(story.findings())
                .containsExactly(
                        "The runtime answered ada0 twice, and the second answer was refused. Call either /response "
                                + "or /error, and only once for each event.");
    }

    @Test
    void the_runtime_answered_for_another_request() {
        Story story = Story.running();

        story.responds("abc\u001b[2J").responds(ADA).asks();

        assertThat(story.findings())
                .containsExactly(
                        "The runtime answered for request \"abc\\u001b[2J\", but the event that it was given last "
                                + "is ada0. Take the id from the header Lambda-Runtime-Aws-Request-Id that comes with the "
                                + "event.");
    }

    @Test
    void the_runtime_answered_without_having_been_given_an_event() {
        Story story = Story.with();

        story.responds("abc").asks().responds(ADA).asks();

        assertThat(story.findings())
                .containsExactly(
                        "The runtime answered for request \"abc\", but it had been given no event. Take the id "
                                + "from the header Lambda-Runtime-Aws-Request-Id that comes with the event.");
    }

    @Test
    void the_runtime_answered_after_the_deadline() {
        Story story = Story.ignoringSignals().at(3_200);

        story.responds(ADA);

        assertThat(story.findings())
                .containsExactly("The runtime answered ada0 0.200 s after its timeout, and was refused. Look at "
                        + "Lambda-Runtime-Deadline-Ms, and answer before it.");
    }

    @Test
    void an_answer_for_another_request_explains_why_none_arrived() {
        Story story = Story.running();

        story.responds("1234").asks().responds("1234").at(3_000);

        assertThat(story.findings()).singleElement().asString().startsWith("The runtime answered for request \"1234\"");
    }

    @Test
    void an_answer_to_nowhere_explains_why_none_arrived() {
        Story story = Story.running();

        story.isSettled(UNKNOWN, new NotFound(), "POST /2018-06-01/runtime/invocation/ada0-0000/respond")
                .asks()
                .at(3_000);

        assertThat(story.findings()).singleElement().asString().contains("a path that Lambda does not have");
    }

    @Test
    void a_call_to_nowhere_that_was_no_answer_explains_nothing() {
        Story story = Story.running();

        story.isSettled(UNKNOWN, new NotFound(), "GET /metrics").at(3_000);

        assertThat(story.findings()).hasSize(2).last().asString().startsWith("The runtime took the event of ada0");
    }

    @Test
    void the_runtime_asked_while_it_held_an_event() {
        Story story = Story.running();

        story.asks().responds(ADA).asks();

        assertThat(story.findings())
                .containsExactly(
                        "The runtime asked for the next event while it still held ada0, and was given the same "
                                + "again. Call /response or /error before asking.");
    }

    @Test
    void an_answer_was_too_large() {
        Story story = Story.running();

        story.responds(ADA, 6_291_557).asks();

        assertThat(story.findings())
                .containsExactly(
                        "The answer to ada0 was refused: Response payload size exceeded maximum allowed payload "
                                + "size (6291556 bytes). Answer less, or put it elsewhere and answer where.");
    }

    @Test
    void an_answer_broke_off() {
        Story story = Story.running().beginsToRespond(ADA);

        story.breaksOff().asks();

        assertThat(story.findings())
                .containsExactly(
                        "The answer to ada0 broke off before its end. Send as many bytes as Content-Length says, "
                                + "or the last chunk, before the connection is closed.");
    }

    @Test
    void an_answer_has_an_unknown_mode() {
        Story story = Story.running();

        story.respondsInUnknownMode(ADA).asks();

        assertThat(story.findings())
                .containsExactly("The answer to ada0 has a response mode that Lambda does not know. Send the header "
                        + "Lambda-Runtime-Function-Response-Mode with the value streaming, or not at all.");
    }

    @Test
    void the_runtime_still_has_the_event() {
        Story story = Story.running();

        story.at(2_000);

        assertThat(story.findings())
                .containsExactly("Everybody waits for the runtime: it has the event of ada0 and has called neither "
                        + "/response nor /error for it so far.");
    }

    @Test
    void the_runtime_is_still_answering() {
        Story story = Story.running().beginsToRespond(ADA);

        story.at(2_000);

        assertThat(story.findings())
                .containsExactly(
                        "Everybody waits for the runtime: it has begun to answer ada0, but has not sent the end "
                                + "of its answer so far. Send as many bytes as Content-Length says, or the last chunk.");
    }

    @Test
    void an_extension_is_still_busy() {
        Story story = Story.running("flusher");

        story.responds(ADA).asks().at(2_000);

        assertThat(story.findings())
                .containsExactly(
                        "Everybody waits for extension \"flusher\": it has not asked for the next event after ada0 "
                                + "so far.");
    }

    @Test
    void an_extension_was_not_back_in_time() {
        Story story = Story.running("flusher").responds(ADA).asks();

        story.at(3_000).exits(extension("flusher"), 0);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" had not asked for the next event when the function timeout passed, "
                                + "so the environment was reset although ada0 was answered in time. Ask as soon as the work "
                                + "is done: it counts until then.");
    }
}
