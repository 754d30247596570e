// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static io.lambdarium.simulator.statements.Replies.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Failed;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeResponseTest {

    private static final int LIMIT = 6_291_556;
    private static final String STREAMING = "Lambda-Runtime-Function-Response-Mode: streaming";

    @AutoClose
    private final Scene scene = Scene.inRealTime().deploy(Scene.UNHURRIED).initialize();

    private final RuntimePeer runtime = scene.runtime();
    private final Invocation invocation = runtime.takes("{}");
    private final String path = RuntimePeer.response(invocation.requestId());

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Reply respondInChunks(byte[] body, String... headers) {
        try (RawClient client = runtime.connect()) {
            client.send(RawClient.head("POST", path, headers) + "Transfer-Encoding: chunked\r\n\r\n");
            client.send(Integer.toHexString(body.length) + "\r\n").send(body).send("\r\n0\r\n\r\n");
            return client.receive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"half\":", "\u0000\u0001\u007f", "", " {} "})
    @Statement("R-067")
    void what_is_not_json_is_passed_on_unaltered(String body) {
        assertAccepted(runtime.respond(invocation.requestId(), body));

        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of(body)));
    }

    @Test
    @Statement({"R-066", "R-067"})
    void a_chunked_body_is_worth_as_much_as_one_with_a_length() {
        byte[] body = noise(70_000);

        assertAccepted(respondInChunks(body));

        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of(body)));
    }

    @Test
    @Statement({"R-066", "R-067"})
    void a_body_with_a_length_is_worth_as_much_as_a_chunked_one() {
        byte[] body = noise(70_000);

        assertAccepted(runtime.respond(invocation.requestId(), body));

        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of(body)));
    }

    @Test
    @Statement({"R-059", "R-066"})
    void the_largest_response_reaches_the_caller() {
        byte[] body = noise(LIMIT);

        assertAccepted(runtime.respond(invocation.requestId(), body));

        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of(body)));
    }

    @Test
    @Statement({"R-059", "R-066"})
    void the_largest_response_may_be_chunked() {
        byte[] body = noise(LIMIT);

        assertAccepted(respondInChunks(body));

        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of(body)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Statement({"R-060", "R-066", "L-071"})
    void a_response_that_is_one_byte_too_large_is_refused_and_the_runtime_may_go_on(boolean chunked) {
        byte[] body = noise(LIMIT + 1);

        Reply reply = chunked ? respondInChunks(body) : runtime.respond(invocation.requestId(), body);

        assertRefused(reply, 413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size (6291556 bytes).");
        assertThat(invocation.await())
                .isEqualTo(new Failed(
                        "Function.ResponseSizeTooLarge",
                        Payload.of("{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size"
                                + " (6291556 bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}")));
        Invocation another = runtime.takes("{}");
        assertAccepted(runtime.respond(another.requestId(), "1"));
        assertThat(another.await()).isEqualTo(new Succeeded(Payload.of("1")));
        assertThat(another.start()).contains(Start.WARM);
    }

    @Test
    @Statement("R-062")
    void a_streamed_response_is_accepted_after_its_last_byte() {
        try (RawClient client = runtime.connect()) {
            client.send(RawClient.head("POST", path, STREAMING) + "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n");
            Received response = scene.await(Received.class, call -> call.endpoint() == Endpoint.RUNTIME_RESPONSE);
            runtime.ask("GET", "/2018-06-01/ping", "");
            assertThat(isAnswered(response)).isFalse();

            client.send("3\r\n:1}\r\n0\r\n\r\n");

            assertAccepted(client.receive());
            assertThat(isAnswered(response)).isTrue();
            assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("{\"a\":1}")));
        }
    }

    private boolean isAnswered(Received response) {
        return scene.lambda().journal().events(Answered.class).stream()
                .anyMatch(answered -> answered.call().equals(response.call()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Streaming", "buffered", "x"})
    @Statement("R-063")
    void another_mode_than_streaming_is_refused(String mode) {
        Reply reply = runtime.respond(invocation.requestId(), "{}", "Lambda-Runtime-Function-Response-Mode: " + mode);

        assertRefused(reply, 400, "InvalidFunctionResponseMode", "Invalid function response mode");
    }
}
