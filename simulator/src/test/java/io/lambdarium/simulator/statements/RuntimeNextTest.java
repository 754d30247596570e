// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertIllegalMove;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer.NextInvocation;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeNextTest {

    @AutoClose
    private final Scene scene = Scene.inRealTime().deploy(Scene.UNHURRIED).initialize();

    private final RuntimePeer runtime = scene.runtime();

    @ParameterizedTest
    @ValueSource(ints = {2, 256, 20_000, 6_291_456})
    @Statement("R-021")
    void a_parked_call_gets_the_payload_byte_for_byte(int size) {
        byte[] payload = new byte[size];
        new Random(size).nextBytes(payload);
        payload[0] = '"';
        payload[size - 1] = '"';
        Poll next = runtime.next();

        scene.lambda().invoke(Payload.of(payload));

        Reply event = next.reply();
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.body()).isEqualTo(payload);
    }

    @Test
    @Statement("R-033")
    void an_invocation_without_payload_has_an_empty_body() {
        Poll next = runtime.next();

        scene.lambda().invoke(Payload.empty());

        Reply event = next.reply();
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.body()).isEmpty();
    }

    @Test
    @Statement("R-035")
    void a_runtime_that_asks_again_gets_the_same_event_at_once() {
        Poll next = runtime.next();
        scene.invoke("{\"a\":1}");
        Reply first = next.reply();

        Reply second = runtime.ask("GET", RuntimePeer.NEXT, "");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo("{\"a\":1}");
        assertThat(withoutDate(second)).isEqualTo(withoutDate(first));
    }

    private static Map<String, String> withoutDate(Reply reply) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        headers.remove("Date");
        return headers;
    }

    @Test
    @Statement("R-036")
    void of_two_parked_calls_the_older_alone_gets_the_invocation() {
        Poll older = runtime.next();
        Poll younger = runtime.next();

        Invocation first = scene.invoke("1");

        assertThat(older.reply().text()).isEqualTo("1");
        runtime.respond(first.requestId(), "1");
        Poll youngest = runtime.next();
        first.awaitReport();
        assertThat(events()).isEqualTo(1);
        scene.invoke("2");
        assertThat(younger.reply().text()).isEqualTo("2");
        assertThat(events()).isEqualTo(2);
        youngest.close();
    }

    private long events() {
        return scene.lambda().journal().events(Answered.class).stream()
                .filter(answered -> answered.answer() instanceof NextInvocation)
                .count();
    }

    @Test
    @Statement("R-037")
    void while_an_answer_is_being_read_the_next_event_is_refused() {
        String requestId = Moment.RUNNING.come(runtime);

        try (RawClient response = runtime.connect()) {
            response.send(RawClient.head("POST", RuntimePeer.response(requestId), "Content-Length: 4") + "\r\n\"1");
            scene.await(Received.class, call -> call.endpoint() == Endpoint.RUNTIME_RESPONSE);

            Reply reply = runtime.ask("GET", RuntimePeer.NEXT, "");

            assertIllegalMove(reply, "InvocationResponse", "Ready");
        }
    }

    @Test
    @Statement("R-038")
    void after_an_init_error_the_next_event_is_refused() {
        runtime.failInit("{}");

        assertIllegalMove(runtime.ask("GET", RuntimePeer.NEXT, ""), "InitError", "Ready");
    }
}
