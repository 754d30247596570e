// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static io.lambdarium.simulator.statements.Replies.assertIllegalMove;
import static io.lambdarium.simulator.statements.Replies.assertTooLate;
import static io.lambdarium.simulator.statements.Replies.assertUnknownRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Failed;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestIdTest {

    private static final String FOREIGN = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
    private static final String FOREIGN_DELIVERY = "Lambda-Runtime-Invocation-Id: " + FOREIGN;

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("sidecar").initialize();

    private final RuntimePeer runtime = scene.besides("sidecar");

    @Test
    @Statement({"R-053", "R-091"})
    void an_unknown_id_is_refused_and_the_right_one_can_still_answer() {
        Invocation invocation = runtime.takes("{}");

        assertUnknownRequest(runtime.respond(FOREIGN, "2"));
        assertUnknownRequest(runtime.fail(FOREIGN, "3"));

        assertAccepted(runtime.respond(invocation.requestId(), "1"));
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
    }

    @Test
    @Statement("R-054")
    void the_right_id_in_upper_case_is_unknown() {
        String requestId = runtime.takes("{}").requestId();

        assertUnknownRequest(runtime.respond(requestId.toUpperCase(Locale.ROOT), "{}"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RUNNING")
    @Statement("R-055")
    void the_id_is_judged_before_the_state(Moment moment) {
        moment.come(runtime);

        assertUnknownRequest(runtime.respond(FOREIGN, "{}"));
        assertUnknownRequest(runtime.fail(FOREIGN, "{}"));
    }

    @Test
    @Statement({"R-056", "R-058"})
    void an_answered_invocation_takes_no_other_answer() {
        String requestId = runtime.takes("{}").requestId();
        runtime.respond(requestId, "{}");

        Reply toResponse = runtime.respond(requestId, "{}");
        Reply toError = runtime.fail(requestId, "{}");

        assertIllegalMove(toResponse, "RuntimeResponseSentState", "InvocationResponse");
        assertIllegalMove(toError, "RuntimeResponseSentState", "InvocationErrorResponse");
    }

    @Test
    @Statement("R-092")
    void a_failed_invocation_takes_no_other_error() {
        String requestId = runtime.takes("{}").requestId();
        runtime.fail(requestId, "{}");

        assertIllegalMove(runtime.fail(requestId, "{}"), "RuntimeResponseSentState", "InvocationErrorResponse");
    }

    @Test
    @Statement("R-057")
    void an_invocation_that_is_over_is_unknown() {
        String over = runtime.takes("{}").requestId();
        runtime.respond(over, "{}");
        String running = runtime.takes("{}").requestId();

        assertUnknownRequest(runtime.respond(over, "{}"));

        assertAccepted(runtime.respond(running, "{}"));
        runtime.next();
        assertUnknownRequest(runtime.respond(running, "{}"));
    }

    @Test
    @Statement("R-069")
    void the_first_answer_to_a_timed_out_invocation_is_too_late_and_a_second_is_unknown() {
        String requestId = runtime.takes("{}").requestId();
        scene.advance(Duration.ofSeconds(3));

        assertTooLate(runtime.respond(requestId, "{}"));

        assertUnknownRequest(runtime.respond(requestId, "{}"));
        assertUnknownRequest(runtime.respond(requestId, "{}"));
    }

    @Test
    void an_answer_that_is_on_its_way_at_the_timeout_is_hung_up_on_and_a_second_is_too_late() {
        String requestId = runtime.takes("{}").requestId();
        try (RawClient response = runtime.connect()) {
            response.send(RawClient.head("POST", RuntimePeer.response(requestId), "Content-Length: 4") + "\r\n\"1");
            scene.await(Received.class, call -> call.endpoint() == Endpoint.RUNTIME_RESPONSE);

            scene.advance(Duration.ofSeconds(3));

            response.awaitEof();
            assertTooLate(runtime.respond(requestId, "{}"));
        }
    }

    @Test
    @Statement("R-070")
    void a_response_to_another_delivery_is_too_late_and_the_right_one_is_accepted() {
        Poll next = runtime.next();
        Invocation invocation = scene.invoke("{}");
        String delivery = next.reply().header("Lambda-Runtime-Invocation-Id");

        assertTooLate(runtime.respond(invocation.requestId(), "2", FOREIGN_DELIVERY));

        assertAccepted(runtime.respond(invocation.requestId(), "1", "Lambda-Runtime-Invocation-Id: " + delivery));
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
    }

    @Test
    @Statement("R-071")
    void a_response_need_not_name_its_delivery() {
        Invocation invocation = runtime.takes("{}");

        assertAccepted(runtime.respond(invocation.requestId(), "1"));

        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
    }

    @Test
    @Statement("R-096")
    void an_error_of_another_delivery_is_too_late_and_leaves_the_invocation_open() {
        Invocation invocation = runtime.takes("{}");

        assertTooLate(runtime.fail(invocation.requestId(), "2", FOREIGN_DELIVERY));

        assertThat(invocation.outcome()).isEmpty();
        assertAccepted(runtime.fail(invocation.requestId(), "1"));
        assertThat(invocation.await()).isEqualTo(new Failed("Runtime.Unknown", Payload.of("1")));
    }

    @Test
    void during_an_init_inside_an_invocation_it_cannot_be_answered_yet() {
        runtime.takes("{}");
        runtime.exits(1);
        scene.advance(Duration.ofSeconds(2));
        String waiting = scene.invoke("{}").requestId();
        RuntimePeer starting = scene.besides("sidecar");

        assertIllegalMove(starting.respond(waiting, "{}"), "Started", "InvocationResponse");
        assertIllegalMove(starting.fail(waiting, "{}"), "Started", "InvocationErrorResponse");
    }
}
