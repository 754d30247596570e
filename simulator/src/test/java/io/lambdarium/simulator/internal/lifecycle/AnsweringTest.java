// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.Participant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweringTest {

    /** */
    @Test
    void a_response_is_accepted_when_its_body_has_arrived() {
        Life life = Life.invoking().beginsToRespondTo("r-1");
        assertThat(life.latest()).isEmpty();
        assertThat(life.phase().openCalls()).containsExactly(life.latestCall());

        life.bodyEnds(2);

        assertThat(life.latest())
                .containsExactly(
                        new Responded("r-1", life.latestCall(), 2, false),
                        new Answered(life.latestCall(), new Answer.Accepted()));
    }

    /** */
    @ParameterizedTest
    @ValueSource(strings = {"r-2", "R-1", ""})
    void a_response_to_another_request_is_refused_and_the_right_one_still_counts(String requestId) {
        Life life = Life.invoking().respondsTo(requestId);
        assertThat(life.answer()).isEqualTo(Refusals.invalidRequestId());

        life.respondsTo("r-1");

        assertThat(life.answer()).isEqualTo(new Answer.Accepted());
    }

    /** */
    @Test
    void a_second_answer_is_refused_until_the_runtime_asks_again() {
        Life life = Life.invoking().respondsTo("r-1");

        assertThat(life.respondsTo("r-1").answer())
                .isEqualTo(Refusals.runtime(RuntimeState.RESPONSE_SENT, "InvocationResponse"));
        assertThat(life.reportsErrorOf("r-1").answer())
                .isEqualTo(Refusals.runtime(RuntimeState.RESPONSE_SENT, "InvocationErrorResponse"));
    }

    /** */
    @Test
    void an_answer_to_a_completed_request_is_an_answer_to_none() {
        Life life = Life.invoking().respondsTo("r-1").runtimeAsks().respondsTo("r-1");

        assertThat(life.answer()).isEqualTo(Refusals.invalidRequestId());
    }

    /** */
    @Test
    void while_a_response_arrives_the_runtime_can_neither_ask_nor_answer() {
        Life life = Life.invoking().beginsToRespondTo("r-1");

        assertThat(life.runtimeAsks().answer()).isEqualTo(Refusals.runtime(RuntimeState.RESPONDING, "Ready"));
        assertThat(life.reportsErrorOf("r-1").answer())
                .isEqualTo(Refusals.runtime(RuntimeState.RESPONDING, "InvocationErrorResponse"));
    }

    /** */
    @Test
    void the_largest_response_is_accepted() {
        Life life = Life.invoking().beginsToRespondTo("r-1").bodyEnds(6_291_556);

        assertThat(life.answer()).isEqualTo(new Answer.Accepted());
    }

    /** R-060, L-071. */
    @Test
    void a_larger_one_is_refused_and_fails_the_invocation_but_not_the_environment() {
        Life life = Life.invoking().beginsToRespondTo("r-1").bodyEnds(6_291_557);

        assertThat(life.answer()).isEqualTo(Refusals.tooLarge());
        assertThat(life.past(Failed.class))
                .extracting(failed -> failed.failure().errorType())
                .containsExactly("Function.ResponseSizeTooLarge");
        assertThat(life.runtimeAsks().in()).isEqualTo(Idle.class);
    }

    /** */
    @Test
    void an_unknown_response_mode_fails_the_invocation() {
        Life life = Life.invoking();

        life.meets(new Call.ResponseBegan(life.call(), "r-1", Optional.empty(), false));

        assertThat(life.answer()).isEqualTo(Refusals.invalidResponseMode());
        assertThat(life.past(Failed.class))
                .extracting(Failed::failure)
                .containsExactly(new Failure("Runtime.InvalidResponseModeHeader", ""));
    }

    /** */
    @Test
    void a_response_that_breaks_off_fails_the_invocation() {
        Life life = Life.invoking().beginsToRespondTo("r-1");

        life.meets(new Input.ResponseBrokeOff(life.latestCall()));

        assertThat(life.answer()).isEqualTo(Refusals.truncated());
        assertThat(life.past(Failed.class))
                .extracting(Failed::failure)
                .containsExactly(new Failure("Runtime.TruncatedResponse", ""));
    }

    /** L-060, E-118, T-076. */
    @Test
    void an_error_of_the_function_is_an_answer_like_any_other() {
        Life life = Life.invoking().reportsErrorOf("r-1");

        assertThat(life.past(ErrorReported.class))
                .containsExactly(new ErrorReported("r-1", life.latestCall(), "Function.Sad"));
        assertThat(life.runtimeAsks().in()).isEqualTo(Idle.class);
        assertThat(life.past(Completed.class)).extracting(Completed::status).containsExactly(Status.SUCCESS);
    }

    @Test
    void an_error_is_accepted_when_its_body_has_arrived() {
        Life life = Life.invoking().beginsToReportErrorOf("r-1");
        assertThat(life.latest()).isEmpty();
        assertThat(life.phase().openCalls()).containsExactly(life.latestCall());

        life.errorEnds(6_291_556);

        assertThat(life.latest())
                .containsExactly(
                        new ErrorReported("r-1", life.latestCall(), "Function.Sad"),
                        new Answered(life.latestCall(), new Answer.Accepted()));
    }

    @Test
    void while_an_error_arrives_the_runtime_can_neither_ask_nor_answer() {
        Life life = Life.invoking().beginsToReportErrorOf("r-1");

        assertThat(life.runtimeAsks().answer()).isEqualTo(Refusals.runtime(RuntimeState.REPORTING, "Ready"));
        assertThat(life.beginsToRespondTo("r-1").answer())
                .isEqualTo(Refusals.runtime(RuntimeState.REPORTING, "InvocationResponse"));
    }

    @Test
    void an_error_that_did_not_come_whole_is_none() {
        Life life = Life.invoking();

        assertThat(life.beginsToReportErrorOf("r-1").errorEnds(6_291_557).answer())
                .isEqualTo(Refusals.tooLarge());
        life.beginsToReportErrorOf("r-1").meets(new Input.ErrorBrokeOff(life.latestCall()));
        assertThat(life.answer()).isEqualTo(Refusals.truncated());

        assertThat(life.respondsTo("r-1").answer()).isEqualTo(new Answer.Accepted());
        assertThat(life.past(ErrorReported.class)).isEmpty();
    }

    /** */
    @Test
    void whoever_echoes_an_invocation_id_must_echo_that_of_this_delivery() {
        Life life = Life.invoking();
        String right = ((Answer.NextInvocation) life.answer()).invocationId();

        assertThat(echoing(life, "other").answer()).isEqualTo(Refusals.tooLate());
        assertThat(echoing(life, "").answer()).isEqualTo(Refusals.tooLate());
        assertThat(echoing(life, right).bodyEnds(2).answer()).isEqualTo(new Answer.Accepted());
    }

    /** */
    @Test
    void a_late_answer_is_told_so_once() {
        Life life = Life.invoking().advances(Life.TIMEOUT).exits(Participant.RUNTIME, Exit.status(0));

        assertThat(life.respondsTo("r-1").answer()).isEqualTo(Refusals.tooLate());
        assertThat(life.respondsTo("r-1").answer()).isEqualTo(Refusals.invalidRequestId());
    }

    @Test
    void a_response_on_its_way_is_abandoned_at_the_deadline() {
        Life life = Life.invoking().beginsToRespondTo("r-1");
        CallId call = life.latestCall();

        life.advances(Life.TIMEOUT);

        assertThat(life.latest()).contains(new Abandoned(call));
        assertThat(life.bodyEnds(2).latest()).as("its body finds nobody").isEmpty();
        assertThat(life.meets(new Input.ResponseBrokeOff(call)).latest()).isEmpty();
    }

    @Test
    void an_error_on_its_way_is_abandoned_at_the_deadline() {
        Life life = Life.invoking().beginsToReportErrorOf("r-1");
        CallId call = life.latestCall();

        life.advances(Life.TIMEOUT);

        assertThat(life.latest()).contains(new Abandoned(call));
        assertThat(life.errorEnds(2).latest()).as("its body finds nobody").isEmpty();
        assertThat(life.meets(new Input.ErrorBrokeOff(call)).latest()).isEmpty();
    }

    private static Life echoing(Life life, String invocationId) {
        return life.meets(new Call.ResponseBegan(life.call(), "r-1", Optional.of(invocationId), true));
    }
}
