// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Ends.assertEveryCallEndedOnce;
import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static io.lambdarium.simulator.statements.Replies.assertUnknownRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Failed;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.wire.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that no honest runtime sends: each gets a clean refusal, and the honest runtime is served as before. */
class HostileBytesTest {

    private static final String PING = "GET /2018-06-01/ping HTTP/1.1\r\nHost: lambda\r\n";
    private static final String REPORT = "POST " + RuntimePeer.INIT_ERROR + " HTTP/1.1\r\nHost: lambda\r\n";

    @AutoClose
    private final Scene scene = Scene.inRealTime().deploy(Scene.UNHURRIED).initialize();

    private final RuntimePeer runtime = scene.runtime();

    static Stream<Named<String>> garbage() {
        return Stream.of(
                named("nothing", ""),
                named("zeros", "\0".repeat(10_000)),
                named("the beginning of TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003"),
                named("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                named("no path", "GET\r\n\r\n"),
                named("no host", "GET /2018-06-01/ping HTTP/1.1\r\n\r\n"),
                named("half a head", PING + "Half"),
                named("an endless line", "GET /" + "a".repeat(2_000_000)),
                named("an endless header", PING + "X: " + "a".repeat(2_000_000)),
                named("ten thousand headers", PING + "X: a\r\n".repeat(10_000) + "\r\n"),
                named("a header without a colon", PING + "nonsense\r\n\r\n"),
                named("a zero in a header", PING + "X: a\0b\r\n\r\n"),
                named("a broken escape", "GET /2018-06-01/%zz HTTP/1.1\r\nHost: lambda\r\n\r\n"),
                named("a negative length", REPORT + "Content-Length: -1\r\n\r\n{}"),
                named("a length in words", REPORT + "Content-Length: two\r\n\r\n{}"),
                named("a length beyond all numbers", REPORT + "Content-Length: 99999999999999999999\r\n\r\n{}"),
                named("two lengths", REPORT + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
                named("a length and chunks", REPORT + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}"));
    }

    @ParameterizedTest
    @MethodSource
    void garbage(String bytes) {
        String told = runtime.sendOnly(bytes);

        assertThat(told).matches("|HTTP/1\\.1 400 (?s:.*)");
        assertThat(scene.count(Received.class)).isZero();
        assertThatTheHonestRuntimeIsServed();
    }

    static Stream<Named<String>> brokenBodies() {
        return Stream.of(
                named("no body", "Content-Length: 2\r\n\r\n"),
                named("half a body", "Content-Length: 2\r\n\r\n{"),
                named("far too little", "Content-Length: 99999999999\r\n\r\n{}"),
                named("no chunk", "Transfer-Encoding: chunked\r\n\r\n"),
                named("no last chunk", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
                named("a chunk of no size", "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
                named("a negative chunk", "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n"),
                named("a chunk of no size at the end", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n\r\n"),
                named("a chunk whose size has a prefix", "Transfer-Encoding: chunked\r\n\r\n0x2\r\n\r\n"),
                named("a chunk that is too long", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}x\r\n0\r\n\r\n"),
                named("an absurd chunk", "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}"),
                named("endless blanks", "Transfer-Encoding: chunked\r\n\r\n2" + " ".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void a_report_with_a_broken_body_changes_nothing(String rest) {
        assertThat(runtime.sendOnly(REPORT + rest)).matches("|HTTP/1\\.1 400 (?s:.*\"TruncatedHTTPRequest\"}\n)");

        scene.await(Received.class);
        assertThatTheHonestRuntimeIsServed();
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void a_response_with_a_broken_body_fails_the_invocation_and_nothing_else(String rest) {
        Invocation invocation = runtime.takes("{}");
        String head = "POST " + RuntimePeer.response(invocation.requestId()) + " HTTP/1.1\r\nHost: lambda\r\n";

        assertThat(runtime.sendOnly(head + rest)).matches("|HTTP/1\\.1 400 (?s:.*\"TruncatedHTTPRequest\"}\n)");

        Payload told = Payload.of("{\"errorType\":\"Runtime.TruncatedResponse\"}");
        assertThat(invocation.await()).isEqualTo(new Failed("Runtime.TruncatedResponse", told));
        assertThatTheHonestRuntimeIsServed();
    }

    @Test
    void an_absurd_request_id_is_unknown() {
        assertUnknownRequest(runtime.respond("x".repeat(60_000), "{}"));

        assertThat(scene.lambda().timeline().text()).hasSizeLessThan(10_000);
        assertThatTheHonestRuntimeIsServed();
    }

    @Test
    void an_absurd_error_type_reaches_the_caller_but_no_terminal() {
        Invocation invocation = runtime.takes("{}");
        String type = "Runtime.Foo\u009b31m\u202e" + "x".repeat(60_000);

        assertAccepted(runtime.fail(invocation.requestId(), "{}", "Lambda-Runtime-Function-Error-Type: " + type));

        assertThat(invocation.await()).isEqualTo(new Failed(type, Payload.of("{}")));
        assertThat(scene.lambda().timeline().text())
                .hasSizeLessThan(10_000)
                .doesNotContain("\u009b")
                .doesNotContain("\u202e");
    }

    @Test
    void an_error_that_is_too_large_leaves_the_invocation_open() {
        Invocation invocation = runtime.takes("{}");

        Reply reply = runtime.fail(invocation.requestId(), "x".repeat(6_291_557));

        assertThat(reply.status()).isEqualTo(413);
        assertAccepted(runtime.fail(invocation.requestId(), "x".repeat(6_291_556)));
        assertThat(invocation.await().payload().size()).isEqualTo(6_291_556);
    }

    private void assertThatTheHonestRuntimeIsServed() {
        Invocation invocation = runtime.takes("{}");
        assertAccepted(runtime.respond(invocation.requestId(), "1"));
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
        scene.close();
        assertEveryCallEndedOnce(scene);
    }
}
