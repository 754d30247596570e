// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.lifecycle.Limits;
import io.lambdarium.simulator.internal.lifecycle.Refusals;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import io.undertow.UndertowOptions;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.xnio.OptionMap;

/** What Undertow does to a Lambda if it is left to its defaults; see also HangUpTest and SharedIoTest. */
class UndertowTrapsTest {

    private static final String NEXT = "/2018-06-01/runtime/invocation/next";
    private static final String RESPONSE = "/2018-06-01/runtime/invocation/id-1/response";
    private static final String ERROR = "/2018-06-01/runtime/invocation/id-1/error";
    private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";
    private static final String PING = "/2018-06-01/ping";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void a_body_of_six_megabytes_goes_in_and_out() throws InterruptedException {
        byte[] large = filled((int) Limits.RESPONSE);
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.answer(Call.RuntimeNext.class, stage.event(Payload.of(large)));
        byte[] event = runtime.receive().body();

        runtime.sendPost(RESPONSE, event);
        CallId call = stage.inbox.await(Call.ResponseBegan.class).id();
        Input.ResponseEnded ended = stage.inbox.take(Input.ResponseEnded.class);

        assertThat(event).isEqualTo(large);
        assertThat(ended.size()).isEqualTo(Limits.RESPONSE);
        assertThat(stage.payloads.take(call).bytes()).isEqualTo(large);
    }

    @Test
    void a_chunked_body_of_six_megabytes_is_taken_whole() throws InterruptedException {
        byte[] large = filled((int) Limits.RESPONSE);
        stage.client()
                .send(RawClient.head("POST", RESPONSE, CHUNKED) + "\r\n" + Integer.toHexString(large.length) + "\r\n")
                .send(large)
                .send("\r\n0\r\n\r\n");

        CallId call = stage.inbox.await(Call.ResponseBegan.class).id();
        stage.inbox.take(Input.ResponseEnded.class);

        assertThat(stage.payloads.take(call).bytes()).isEqualTo(large);
    }

    @Test
    void a_body_beyond_the_limit_is_counted_and_not_kept() throws InterruptedException {
        stage.client().sendPost(RESPONSE, filled((int) Limits.RESPONSE + 1));

        CallId call = stage.inbox.await(Call.ResponseBegan.class).id();

        assertThat(stage.inbox.take(Input.ResponseEnded.class).size()).isEqualTo(Limits.RESPONSE + 1);
        assertThat(stage.payloads.take(call).size()).isZero();
    }

    @Test
    void a_report_beyond_the_limit_is_refused_and_its_connection_still_good() {
        RawClient runtime = stage.client().sendPost(INIT_ERROR, filled((int) Limits.RESPONSE + 1));

        Reply refusal = runtime.receive();

        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.text())
                .isEqualTo("{\"errorMessage\":\"Exceeded maximum allowed payload size (6291556 bytes).\","
                        + "\"errorType\":\"RequestEntityTooLarge\"}\n");
        assertThat(runtime.get(PING).text()).isEqualTo("pong");
    }

    @Test
    void a_413_while_the_body_still_arrives_leaves_the_connection_usable() throws InterruptedException {
        RawClient runtime = stage.client()
                .send(RawClient.head("POST", RESPONSE, "Content-Length: 8000000") + "\r\n")
                .send(filled(1_000_000));
        stage.answer(Call.ResponseBegan.class, Refusals.tooLarge());
        int status = runtime.receive().status();

        runtime.send(filled(7_000_000));

        assertThat(status).isEqualTo(413);
        assertThat(runtime.get(PING).text()).isEqualTo("pong");
    }

    @Test
    void a_caller_that_expects_100_continue_gets_it() throws InterruptedException {
        RawClient runtime = stage.client()
                .send(RawClient.head("POST", RESPONSE, "Content-Length: 5", "Expect: 100-continue") + "\r\n");
        int interim = runtime.receive().status();
        runtime.send("hello");
        Input.ResponseEnded ended = stage.inbox.await(Input.ResponseEnded.class);
        stage.server.answer(ended.call(), new Answer.Accepted());

        assertThat(interim).isEqualTo(100);
        assertThat(runtime.receive().status()).isEqualTo(202);
        assertThat(ended.size()).isEqualTo(5);
    }

    @Test
    void an_answer_does_not_wait_for_the_one_pipelined_behind_it() throws InterruptedException {
        RawClient runtime = stage.client();
        runtime.send(RawClient.head("POST", RESPONSE, "Content-Length: 2") + "\r\nok" + RawClient.head("GET", NEXT)
                + "\r\n");
        stage.answer(Call.ResponseBegan.class, new Answer.Accepted());

        assertThat(runtime.receive().status()).isEqualTo(202);
        assertThat(stage.inbox.await(Call.RuntimeNext.class).id()).isEqualTo(new CallId(2));
    }

    @Test
    void trailers_are_read_and_left_alone() throws InterruptedException {
        RawClient runtime = stage.client()
                .send(RawClient.head("POST", RESPONSE, CHUNKED, "Trailer: Lambda-Runtime-Function-Error-Type")
                        + "\r\n2\r\nok\r\n0\r\nLambda-Runtime-Function-Error-Type: Runtime.X\r\n\r\n"
                        + RawClient.head("GET", PING) + "\r\n");
        Input.ResponseEnded ended = stage.inbox.await(Input.ResponseEnded.class);
        stage.server.answer(ended.call(), new Answer.Accepted());

        assertThat(runtime.receive().status()).isEqualTo(202);
        assertThat(runtime.receive().text()).isEqualTo("pong");
        assertThat(ended.size()).isEqualTo(2);
    }

    @Test
    void only_a_timeout_that_we_switch_off_would_close_an_idle_connection() {
        OptionMap impatient = OptionMap.builder()
                .addAll(Listener.OPTIONS)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, 50)
                .getMap();
        Listener listener = Listener.open(exchange -> exchange.setStatusCode(204), impatient);
        try (RawClient idle = RawClient.connect(listener.address())) {
            int status = idle.get("/").status();
            idle.awaitEof();

            assertThat(status).isEqualTo(204);
            assertThat(Listener.OPTIONS.get(UndertowOptions.NO_REQUEST_TIMEOUT)).isNegative();
        } finally {
            listener.close();
        }
    }

    @Test
    void a_head_of_ten_thousand_fields_is_fine() {
        assertThat(stage.client().get(PING, fields(9_999)).text()).isEqualTo("pong");
    }

    @Test
    void a_head_of_one_field_too_many_is_refused_and_harms_nobody() {
        RawClient greedy = stage.client().sendGet(PING, fields(10_000));

        assertThat(greedy.receive().status()).isEqualTo(400);
        greedy.awaitEof();
        assertThat(stage.client().get(PING).text()).isEqualTo("pong");
    }

    /** So many, and that which names the host. */
    private static String[] fields(int count) {
        String[] fields = new String[count];
        Arrays.setAll(fields, i -> "X-" + i + ": 1");
        return fields;
    }

    @Test
    void a_head_of_64_kilobytes_is_fine() throws InterruptedException {
        stage.client().sendPost(ERROR, new byte[0], "Lambda-Runtime-Function-XRay-Error-Cause: " + "x".repeat(65_536));

        assertThat(stage.inbox.take(Call.ErrorBegan.class).requestId()).isEqualTo("id-1");
    }

    @Test
    void a_connection_that_is_to_be_closed_after_the_answer_is() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(PING, "Connection: close");

        Reply reply = runtime.receive();

        assertThat(reply.text()).isEqualTo("pong");
        assertThat(reply.header("Connection")).isEqualTo("close");
        runtime.awaitEof();
        stage.inbox.take(Call.Settled.class);
        stage.inbox.take(Input.AnswerDelivered.class);
    }

    @Test
    void an_old_client_that_keeps_its_connection_is_told_that_it_may() {
        RawClient old = stage.client().send("GET " + PING + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");

        assertThat(old.receive().header("Connection")).isEqualTo("keep-alive");
        assertThat(old.get(PING).headers()).doesNotContainKey("Connection");
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 >> 3);
        }
        return bytes;
    }
}
