// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonAnswersTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("sidecar").initialize();

    private final RuntimePeer runtime = scene.besides("sidecar");

    /** How a runtime comes to an answer. */
    private interface Way extends Function<RuntimePeer, Reply> {}

    @ParameterizedTest
    @MethodSource({"accepted", "refused"})
    @Statement("R-008")
    void a_json_answer_says_that_it_is_json_and_names_no_charset(Way way) {
        assertThat(way.apply(runtime).header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @MethodSource("refused")
    @Statement("R-009")
    void an_error_is_a_message_and_then_a_type_and_nothing_else(Way way) {
        Reply reply = way.apply(runtime);

        assertThat(reply.status()).isGreaterThanOrEqualTo(400);
        assertThat(reply.text()).matches("\\{\"errorMessage\":\"[^\"]+\",\"errorType\":\"[^\"]+\"}\n");
    }

    @ParameterizedTest
    @MethodSource("accepted")
    @Statement("R-010")
    void an_accepted_post_is_told_so(Way way) {
        assertAccepted(way.apply(runtime));
    }

    @Test
    @Statement("R-011")
    void no_call_demands_a_header() {
        try (RawClient client = runtime.connect()) {
            assertThat(client.get("/2018-06-01/ping").status()).isEqualTo(200);
            assertAccepted(client.post(RuntimePeer.response(take(client, 2)), "{}"));
            assertAccepted(client.post(RuntimePeer.error(take(client, 3)), "{}"));
        }
    }

    private String take(RawClient client, int nth) {
        client.sendGet(RuntimePeer.NEXT);
        scene.await(Parked.class, next -> true, nth);
        scene.invoke("{}");
        Reply event = client.receive();
        assertThat(event.status()).isEqualTo(200);
        return RuntimePeer.requestId(event);
    }

    @Test
    @Statement("R-011")
    void an_init_error_demands_no_header() {
        try (RawClient client = runtime.connect()) {
            assertAccepted(client.post(RuntimePeer.INIT_ERROR, "{}"));
        }
    }

    static Stream<Named<Way>> accepted() {
        return named(Map.of(
                "a response", runtime -> runtime.respond(Moment.RUNNING.come(runtime), "{}"),
                "an error", runtime -> runtime.fail(Moment.RUNNING.come(runtime), "{}"),
                "an init error", runtime -> runtime.failInit("{}")));
    }

    static Stream<Named<Way>> refused() {
        return named(Map.of(
                "InvalidRequestID", runtime -> runtime.respond(Moment.READY.come(runtime), "{}"),
                "InvalidFunctionResponseMode",
                        runtime -> runtime.respond(
                                Moment.RUNNING.come(runtime), "{}", "Lambda-Runtime-Function-Response-Mode: x"),
                "InvalidStateTransition", runtime -> runtime.respond(Moment.RESPONSE_SENT.come(runtime), "{}"),
                "InvokeTimeout", JsonAnswersTest::respondLate,
                "RequestEntityTooLarge", runtime -> runtime.respond(Moment.RUNNING.come(runtime), new byte[6_291_557]),
                "TruncatedHTTPRequest", JsonAnswersTest::breakOff));
    }

    private static Reply respondLate(RuntimePeer runtime) {
        String requestId = Moment.RUNNING.come(runtime);
        runtime.scene().advance(Duration.ofSeconds(3));
        return runtime.respond(requestId, "{}");
    }

    private static Reply breakOff(RuntimePeer runtime) {
        String head = RawClient.head("POST", RuntimePeer.response(Moment.RUNNING.come(runtime)), "Content-Length: 9");
        try (RawClient client = runtime.connect()) {
            return client.send(head + "\r\n{}").halfClose().receive();
        }
    }

    private static Stream<Named<Way>> named(Map<String, Way> ways) {
        return ways.entrySet().stream().map(way -> Named.of(way.getKey(), way.getValue()));
    }
}
