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
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is so from the head of an {@code /error} to the end of its body. */
class ErrorOnItsWayTest {

    private static final String FOREIGN = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("sidecar").initialize();

    private final RuntimePeer runtime = scene.besides("sidecar");

    private RawClient begins(String requestId) {
        RawClient error = scene.keep(new Poll(runtime.connect())).client();
        return error.send(RawClient.head("POST", RuntimePeer.error(requestId), "Content-Length: 4") + "\r\n\"1");
    }

    /** As far as its head has been heard. */
    private RawClient begun(String requestId) {
        RawClient error = begins(requestId);
        scene.await(Received.class, call -> call.endpoint() == Endpoint.RUNTIME_ERROR);
        return error;
    }

    @Test
    @Statement("R-091")
    void an_unknown_id_is_refused_before_the_body_is_there() {
        runtime.takes("{}");

        assertUnknownRequest(begins(FOREIGN).receive());
    }

    @Test
    @Statement("R-091")
    void an_unknown_id_is_refused_however_large_the_body() {
        runtime.takes("{}");

        assertUnknownRequest(runtime.fail(FOREIGN, "x".repeat(6_291_557)));
    }

    @Test
    @Statement("R-092")
    void a_second_error_is_refused_before_its_body_is_there() {
        String requestId = runtime.takes("{}").requestId();
        runtime.fail(requestId, "1");

        assertIllegalMove(begins(requestId).receive(), "RuntimeResponseSentState", "InvocationErrorResponse");
    }

    @Test
    void while_it_is_read_the_runtime_can_neither_ask_nor_answer() {
        Invocation invocation = runtime.takes("{}");
        RawClient error = begun(invocation.requestId());

        assertIllegalMove(runtime.next().reply(), "InvocationErrorResponse", "Ready");
        assertIllegalMove(
                runtime.respond(invocation.requestId(), "{}"), "InvocationErrorResponse", "InvocationResponse");

        assertAccepted(error.send("2\"").receive());
        assertThat(invocation.await()).isEqualTo(new Failed("Runtime.Unknown", Payload.of("\"12\"")));
    }

    @Test
    void one_that_breaks_off_leaves_the_invocation_open() {
        Invocation invocation = runtime.takes("{}");

        assertThat(begins(invocation.requestId()).halfClose().receive().text()).contains("TruncatedHTTPRequest");

        assertAccepted(runtime.respond(invocation.requestId(), "1"));
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
    }

    @Test
    void at_the_timeout_it_is_hung_up_on_and_a_second_is_too_late() {
        String requestId = runtime.takes("{}").requestId();
        RawClient error = begun(requestId);

        scene.advance(Duration.ofSeconds(3));

        error.awaitEof();
        assertTooLate(runtime.fail(requestId, "{}"));
    }
}
