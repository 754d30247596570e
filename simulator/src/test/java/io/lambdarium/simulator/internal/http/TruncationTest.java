// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TruncationTest {

    private static final String RESPONSE = "/2018-06-01/runtime/invocation/id-1/response";
    private static final String ERROR = "/2018-06-01/runtime/invocation/id-1/error";
    private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";
    private static final String REGISTER = "/2020-01-01/extension/register";
    private static final String HALF = "Content-Length: 10";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void a_response_that_ends_early_has_broken_off_and_is_told_so() throws InterruptedException {
        RawClient runtime = stage.client()
                .send(RawClient.head("POST", RESPONSE, HALF) + "\r\n12345")
                .halfClose();
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);
        assertThat(stage.inbox.take(Input.ResponseBrokeOff.class).call()).isEqualTo(began.id());

        Reply reply = runtime.receive();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("TruncatedHTTPRequest");
        stage.inbox.take(Input.AnswerDelivered.class);
        runtime.awaitEof();
    }

    @Test
    void a_response_whose_sender_is_reset_has_broken_off_and_its_caller_left() throws InterruptedException {
        RawClient runtime = stage.client().send(RawClient.head("POST", RESPONSE, HALF) + "\r\n12345");
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);

        runtime.reset();

        assertThat(stage.inbox.take(Input.ResponseBrokeOff.class).call()).isEqualTo(began.id());
        assertThat(stage.inbox.take(Input.CallerLeft.class).call()).isEqualTo(began.id());
    }

    @Test
    void a_chunked_response_that_ends_early_has_broken_off_and_is_told_so() throws InterruptedException {
        RawClient runtime = stage.client()
                .send(RawClient.head("POST", RESPONSE, "Transfer-Encoding: chunked") + "\r\n5\r\n12")
                .halfClose();
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);
        assertThat(stage.inbox.take(Input.ResponseBrokeOff.class).call()).isEqualTo(began.id());

        assertThat(runtime.receive().status()).isEqualTo(400);
        stage.inbox.take(Input.AnswerDelivered.class);
        runtime.awaitEof();
    }

    @Test
    void a_chunked_response_whose_sender_is_reset_has_broken_off_and_its_caller_left() throws InterruptedException {
        RawClient runtime =
                stage.client().send(RawClient.head("POST", RESPONSE, "Transfer-Encoding: chunked") + "\r\n5\r\n12");
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);

        runtime.reset();

        assertThat(stage.inbox.take(Input.ResponseBrokeOff.class).call()).isEqualTo(began.id());
        assertThat(stage.inbox.take(Input.CallerLeft.class).call()).isEqualTo(began.id());
    }

    @Test
    void a_chunk_that_is_none_breaks_the_response_off() throws InterruptedException {
        RawClient runtime = stage.client()
                .send(RawClient.head("POST", RESPONSE, "Transfer-Encoding: chunked") + "\r\n1\r\n1\r\nzz\r\n\r\n");
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);
        assertThat(stage.inbox.take(Input.ResponseBrokeOff.class).call()).isEqualTo(began.id());

        assertThat(runtime.receive().header("Connection")).isEqualTo("close");
        stage.inbox.take(Input.AnswerDelivered.class);
        runtime.awaitEof();
    }

    @Test
    void an_error_that_ends_early_has_broken_off_and_is_told_so() throws InterruptedException {
        RawClient runtime = stage.client()
                .send(RawClient.head("POST", ERROR, HALF) + "\r\n12345")
                .halfClose();
        Call.ErrorBegan began = stage.inbox.take(Call.ErrorBegan.class);
        assertThat(stage.inbox.take(Input.ErrorBrokeOff.class).call()).isEqualTo(began.id());

        assertThat(runtime.receive().status()).isEqualTo(400);
        stage.inbox.take(Input.AnswerDelivered.class);
        runtime.awaitEof();
    }

    @Test
    void a_failed_initialization_that_ends_early_is_settled_at_the_edge() throws InterruptedException {
        RawClient runtime = stage.client()
                .send(RawClient.head("POST", INIT_ERROR, HALF) + "\r\n12345")
                .halfClose();

        Reply reply = runtime.receive();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(stage.inbox.take(Call.Settled.class).endpoint()).isEqualTo(Endpoint.RUNTIME_INIT_ERROR);
        stage.inbox.take(Input.AnswerDelivered.class);
    }

    @Test
    void a_registration_whose_sender_is_reset_is_received_and_its_caller_left() throws InterruptedException {
        RawClient extension =
                stage.client().send(RawClient.head("POST", REGISTER, HALF, "Lambda-Extension-Name: probe") + "\r\n{");
        stage.client().get("/2018-06-01/ping");
        stage.inbox.await(Input.AnswerDelivered.class);

        extension.reset();

        Call.Settled settled = stage.inbox.take(Call.Settled.class);
        assertThat(settled.endpoint()).isEqualTo(Endpoint.EXTENSION_REGISTER);
        assertThat(stage.inbox.take(Input.CallerLeft.class).call()).isEqualTo(settled.id());
    }

    @Test
    void a_refused_response_that_breaks_off_afterwards_is_nobodys_business() throws InterruptedException {
        RawClient runtime = stage.client().send(RawClient.head("POST", RESPONSE, HALF) + "\r\n12345");
        stage.answer(Call.ResponseBegan.class, new Answer.Refused(400, "InvalidRequestID", "Invalid request ID"));
        runtime.receive();
        stage.inbox.take(Input.AnswerDelivered.class);

        runtime.reset();
        stage.client().get("/2018-06-01/ping");

        stage.inbox.take(Call.Settled.class);
    }
}
