// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Endpoint.RUNTIME_NEXT;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_RESPONSE;
import static io.lambdarium.simulator.event.Endpoint.UNKNOWN;
import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static io.lambdarium.simulator.internal.report.Story.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer.MethodNotAllowed;
import io.lambdarium.simulator.event.Answer.NotFound;
import org.junit.jupiter.api.Test;

class CallFindingsTest {

    @Test
    void a_fault_struck_and_nobody_retried() {
        Story story = Story.with();

        story.isStruck(RUNTIME_NEXT, "respond with 500");

        assertThat(story.findings())
                .containsExactly(
                        "The fault \"respond with 500\" struck a call to GET /2018-06-01/runtime/invocation/next, "
                                + "and its caller did not make it again. Retry a call that failed, or order no fault there.");
    }

    @Test
    void a_call_whose_answer_a_fault_broke_off_has_arrived_and_need_not_be_made_again() {
        Story story = Story.running().responds(ADA).breaksTheAnswer(RUNTIME_RESPONSE);

        story.asks().shutsDown();

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void an_event_that_a_fault_broke_off_has_to_be_asked_for_again() {
        Story lost = Story.running().breaksTheAnswer(RUNTIME_NEXT).hangsUp();
        Story asked = Story.running().breaksTheAnswer(RUNTIME_NEXT).hangsUp();

        asked.asks().responds(ADA).asks();

        assertThat(lost.findings()).first().asString().contains("its caller did not make it again");
        assertThat(asked.findings()).isEmpty();
    }

    @Test
    void an_answer_may_be_given_again_after_a_fault_has_broken_off_what_was_said_to_it() {
        Story story = Story.running().responds(ADA).breaksTheAnswer(RUNTIME_RESPONSE);

        story.responds(ADA).asks();

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void an_answer_that_comes_too_late_for_its_repetition_names_no_wrong_id() {
        Story story = Story.running().responds(ADA).breaksTheAnswer(RUNTIME_RESPONSE);

        story.asks().isInvoked(BOB).responds(ADA).responds(BOB).asks();

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_third_answer_has_no_such_excuse() {
        Story story = Story.running().responds(ADA).breaksTheAnswer(RUNTIME_RESPONSE);

        story.responds(ADA).responds(ADA).asks();

        assertThat(story.findings()).singleElement().asString().startsWith("The runtime answered ada0 twice");
    }

    @Test
    void a_fault_holds_a_call() {
        Story story = Story.with();

        story.isHeld(RUNTIME_NEXT);

        assertThat(story.findings())
                .containsExactly(
                        "A call to GET /2018-06-01/runtime/invocation/next is still held by a fault, for its gate "
                                + "has not opened. Open the gate.");
    }

    @Test
    void a_path_is_unknown() {
        Story story = Story.with();

        story.isSettled(UNKNOWN, new NotFound(), "GET /2018-06-01/runtime//invocation/next/")
                .asks();

        assertThat(story.findings())
                .containsExactly(
                        "Somebody called \"GET /2018-06-01/runtime//invocation/next/\", a path that Lambda does "
                                + "not have. The nearest is GET /2018-06-01/runtime/invocation/next: compare version, "
                                + "slashes and spelling.");
    }

    @Test
    void a_path_is_unknown_and_was_not_written_down() {
        Story story = Story.with();

        story.isSettled(UNKNOWN, new NotFound(), "").asks();

        assertThat(story.findings())
                .containsExactly(
                        "Somebody called a path that Lambda does not have. Put it together from http://, the host "
                                + "and port in AWS_LAMBDA_RUNTIME_API, and a path that begins with one slash.");
    }

    @Test
    void a_method_is_wrong() {
        Story story = Story.with();

        story.isSettled(RUNTIME_NEXT, new MethodNotAllowed("GET"), "POST /2018-06-01/runtime/invocation/next")
                .asks();

        assertThat(story.findings())
                .containsExactly(
                        "Somebody called \"POST /2018-06-01/runtime/invocation/next\" with the wrong method. Use "
                                + "GET /2018-06-01/runtime/invocation/next.");
    }

    @Test
    void the_runtime_hung_up_while_it_waited() {
        Story story = Story.running().responds(ADA).asks();

        story.at(5_000).hangsUp();

        assertThat(story.findings())
                .containsExactly(
                        "The runtime hung up 5.000 s after it had asked for an event, before there was one. An "
                                + "event may be long in coming: switch off the read timeout of the HTTP client for GET "
                                + "/2018-06-01/runtime/invocation/next.");
    }

    @Test
    void a_runtime_that_dies_takes_its_internal_extension_along() {
        Story story = Story.with().registers("inside", "INVOKE").asks("inside").asks();

        story.asks("inside").hangsUp().exits(RUNTIME, 3);

        assertThat(story.findings()).singleElement().asString().startsWith("The runtime exited with status 3");
    }
}
