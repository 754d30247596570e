// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeApiTest {

    private static final String NEXT = "/2018-06-01/runtime/invocation/next";
    private static final String RESPONSE = "/2018-06-01/runtime/invocation/id-1/response";
    private static final String ERROR = "/2018-06-01/runtime/invocation/id-1/error";
    private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void next_waits_for_its_answer_and_brings_the_event_unchanged() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        Call.RuntimeNext next = stage.answer(Call.RuntimeNext.class, stage.event(Payload.of("{ \"a\" : 1 }")));

        Reply reply = runtime.receive();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{ \"a\" : 1 }");
        assertThat(stage.inbox.take(Input.AnswerDelivered.class).call()).isEqualTo(next.id());
    }

    @Test
    void next_carries_what_is_known_and_leaves_out_what_is_empty() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.answer(Call.RuntimeNext.class, stage.event(Payload.of("{}")));

        Map<String, String> headers = runtime.receive().headers();
        headers.remove("Date");

        assertThat(headers)
                .containsExactly(
                        entry("Content-Length", "2"),
                        entry("Content-Type", "application/json"),
                        entry("Lambda-Runtime-Aws-Request-Id", "id-1"),
                        entry("Lambda-Runtime-Deadline-Ms", "1795143843067"),
                        entry("Lambda-Runtime-Invocation-Id", "delivery-1"),
                        entry("Lambda-Runtime-Invoked-Function-Arn", "arn:f"));
    }

    @Test
    void next_carries_all_that_the_caller_sent() throws InterruptedException {
        InvocationRequest request =
                new InvocationRequest("id", "arn", "Root=1", "{\"c\":\"ü\"}", "{}", "t 1", "text/x", 0);
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.answer(Call.RuntimeNext.class, stage.event(Payload.empty(), request));

        Reply reply = runtime.receive();

        assertThat(reply.headers())
                .contains(
                        entry("Content-Length", "0"),
                        entry("Content-Type", "text/x"),
                        entry("Lambda-Runtime-Aws-Tenant-Id", "t 1"),
                        entry("Lambda-Runtime-Client-Context", "{\"c\":\"ü\"}"),
                        entry("Lambda-Runtime-Cognito-Identity", "{}"),
                        entry("Lambda-Runtime-Trace-Id", "Root=1"));
        assertThat(reply.header("Date")).isNotEmpty();
        assertThat(reply.headers()).doesNotContainKeys("Server", "Connection");
    }

    @Test
    void a_header_cannot_be_smuggled_into_the_answer() throws InterruptedException {
        InvocationRequest request = new InvocationRequest("id", "arn", "x\r\nEvil: 1", "", "", "", "", 0);
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.answer(Call.RuntimeNext.class, stage.event(Payload.empty(), request));

        Reply reply = runtime.receive();

        assertThat(reply.headers()).doesNotContainKey("Evil").containsEntry("Lambda-Runtime-Trace-Id", "x  Evil: 1");
    }

    @Test
    void a_response_is_announced_before_its_body_and_reported_after_it() throws InterruptedException {
        RawClient runtime = stage.client().send(RawClient.head("POST", RESPONSE, "Content-Length: 5") + "\r\nwor");
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);
        runtime.send("ld");
        Input.ResponseEnded ended = stage.inbox.take(Input.ResponseEnded.class);
        stage.server.answer(began.id(), new Answer.Accepted());

        Reply reply = runtime.receive();

        assertThat(began.requestId()).isEqualTo("id-1");
        assertThat(began.echo()).isEmpty();
        assertThat(began.legalMode()).isTrue();
        assertThat(ended).isEqualTo(new Input.ResponseEnded(began.id(), 5, false));
        assertThat(stage.payloads.take(began.id()).text()).isEqualTo("world");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text()).isEqualTo("{\"status\":\"OK\"}\n");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void a_chunked_body_is_as_good_as_one_with_a_length() throws InterruptedException {
        stage.client()
                .send(RawClient.head("POST", RESPONSE, "Transfer-Encoding: chunked")
                        + "\r\n3\r\nwor\r\n2\r\nld\r\n0\r\n\r\n");
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);

        Input.ResponseEnded ended = stage.inbox.take(Input.ResponseEnded.class);

        assertThat(ended.size()).isEqualTo(5);
        assertThat(stage.payloads.take(began.id()).text()).isEqualTo("world");
    }

    @ParameterizedTest
    @CsvSource({"streaming, true, true", "Streaming, false, false", "buffered, false, false", "x, false, false"})
    void only_streaming_may_be_named_as_a_mode(String mode, boolean legal, boolean streamed)
            throws InterruptedException {
        stage.client().sendPost(RESPONSE, new byte[3], "Lambda-Runtime-Function-Response-Mode: " + mode);

        assertThat(stage.inbox.take(Call.ResponseBegan.class).legalMode()).isEqualTo(legal);
        assertThat(stage.inbox.take(Input.ResponseEnded.class).streamed()).isEqualTo(streamed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "delivery-1"})
    void an_echo_is_heard_even_if_it_is_empty(String echo) throws InterruptedException {
        stage.client().sendPost(RESPONSE, new byte[0], "Lambda-Runtime-Invocation-Id: " + echo);

        assertThat(stage.inbox.take(Call.ResponseBegan.class).echo()).contains(echo);
    }

    @Test
    void a_response_that_is_refused_is_told_so_before_its_body_is_there() throws InterruptedException {
        RawClient runtime = stage.client().send(RawClient.head("POST", RESPONSE, "Content-Length: 5") + "\r\n");
        stage.answer(Call.ResponseBegan.class, new Answer.Refused(400, "InvalidRequestID", "Invalid request ID"));

        Reply refusal = runtime.receive();
        Reply pong = runtime.send("world").get("/2018-06-01/ping");

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.text())
                .isEqualTo("{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}\n");
        assertThat(pong.status()).isEqualTo(200);
        stage.inbox.take(Input.AnswerDelivered.class);
        stage.inbox.take(Call.Settled.class);
    }

    @Test
    void the_body_of_a_refused_response_is_not_kept() throws InterruptedException {
        RawClient runtime = stage.client().sendPost(RESPONSE, new byte[3]);
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);
        stage.inbox.take(Input.ResponseEnded.class);
        stage.server.answer(began.id(), new Answer.Refused(400, "InvalidRequestID", "Invalid request ID"));

        runtime.receive();

        assertThat(stage.payloads.take(began.id()).size()).isZero();
    }

    @Test
    void an_error_is_heard_with_its_body_and_a_valid_type() throws InterruptedException {
        stage.client().sendPost(ERROR, "not json".getBytes(), "Lambda-Runtime-Function-Error-Type: Function.T");

        Call.ErrorBegan began = stage.inbox.take(Call.ErrorBegan.class);
        Input.ErrorEnded ended = stage.inbox.take(Input.ErrorEnded.class);

        assertThat(began.requestId()).isEqualTo("id-1");
        assertThat(began.echo()).isEmpty();
        assertThat(ended).isEqualTo(new Input.ErrorEnded(began.id(), 8, "Function.Unknown"));
        assertThat(stage.payloads.take(began.id()).text()).isEqualTo("not json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errorMessage\":\"m\",\"errorType\":\"t\",\"errorCause\":{},\"x\":1}|{\"errorMessage\":\"m\",\"errorType\":\"t\"}",
                "not json|\"Invalid error body\""
            })
    void an_error_with_a_cause_is_passed_on_without_it(String body, String kept) throws InterruptedException {
        stage.client().sendPost(ERROR, body.getBytes(), "Content-Type: application/vnd.aws.lambda.error.cause+json");

        Input.ErrorEnded error = stage.inbox.await(Input.ErrorEnded.class);

        assertThat(stage.payloads.take(error.call()).text()).isEqualTo(kept);
    }

    @Test
    void an_error_that_is_refused_is_told_so_before_its_body_is_there() throws InterruptedException {
        RawClient runtime = stage.client().send(RawClient.head("POST", ERROR, "Content-Length: 5") + "\r\nwor");
        stage.answer(Call.ErrorBegan.class, new Answer.Refused(400, "InvalidRequestID", "Invalid request ID"));

        assertThat(runtime.receive().status()).isEqualTo(400);
        assertThat(runtime.send("ld").get("/2018-06-01/ping").status()).isEqualTo(200);
        stage.inbox.take(Input.AnswerDelivered.class);
        stage.inbox.take(Call.Settled.class);
    }

    @Test
    void a_failed_initialization_is_heard_with_its_body() throws InterruptedException {
        RawClient runtime = stage.client().sendPost(INIT_ERROR, "{}".getBytes());
        Call.RuntimeInitError error = stage.answer(Call.RuntimeInitError.class, new Answer.Accepted());

        Reply reply = runtime.receive();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(error.errorType()).isEqualTo("Runtime.Unknown");
        assertThat(stage.payloads.take(error.id()).text()).isEqualTo("{}");
    }
}
