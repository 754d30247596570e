// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Ends.assertEveryCallEndedOnce;
import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Failed;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.wire.RawClient;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Disconnects at every moment. */
class HangingUpTest {

    @AutoClose
    private final Scene scene = Scene.inRealTime().deploy(Scene.UNHURRIED).initialize();

    private final RuntimePeer runtime = scene.runtime();

    static Stream<Named<Consumer<RawClient>>> ways() {
        return Stream.of(Named.of("politely", RawClient::close), Named.of("with a reset", RawClient::reset));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_poll_that_ends_after_any_byte_loses_no_invocation(Consumer<RawClient> hangUp) {
        String poll = Peer.request("GET", RuntimePeer.NEXT, "");

        for (int sent = 0; sent < poll.length(); sent++) {
            sendAndHangUp(poll.substring(0, sent), hangUp);
        }

        assertServed(runtime.takes("{}"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_response_that_ends_after_any_byte_is_none_or_a_broken_one(Consumer<RawClient> hangUp) {
        Invocation invocation = runtime.takes("{}");
        String response = Peer.request("POST", RuntimePeer.response(invocation.requestId()), "0123456789");
        int head = response.length() - "0123456789".length();

        for (int sent = 0; sent < head; sent++) {
            sendAndHangUp(response.substring(0, sent), hangUp);
        }

        assertThat(invocation.outcome()).isEmpty();
        assertServed(invocation);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_body_that_ends_after_any_byte_is_told_to_the_caller(Consumer<RawClient> hangUp) {
        for (int sent = 0; sent < 10; sent++) {
            Invocation invocation = runtime.takes("{}");
            String response = Peer.request("POST", RuntimePeer.response(invocation.requestId()), "0123456789");

            sendAndHangUp(response.substring(0, response.length() - 10 + sent), hangUp);

            Payload told = Payload.of("{\"errorType\":\"Runtime.TruncatedResponse\"}");
            assertThat(invocation.await()).isEqualTo(new Failed("Runtime.TruncatedResponse", told));
        }
        assertServed(runtime.takes("{}"));
    }

    private void sendAndHangUp(String bytes, Consumer<RawClient> hangUp) {
        RawClient client = runtime.connect();
        client.send(bytes);
        hangUp.accept(client);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_runtime_that_hangs_up_while_it_waits_gets_the_event_with_its_next_poll(Consumer<RawClient> hangUp) {
        Poll dead = runtime.next();
        hangUp.accept(dead.client());
        scene.await(CallerGone.class);

        Invocation invocation = runtime.takes("1");

        assertServed(invocation);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_runtime_that_hangs_up_while_the_event_is_on_its_way_gets_it_again(Consumer<RawClient> hangUp) {
        for (int round = 0; round < 50; round++) {
            Poll next = runtime.next();
            Invocation invocation = scene.invoke("{}");
            hangUp.accept(next.client());

            String requestId = RuntimePeer.requestId(runtime.ask("GET", RuntimePeer.NEXT, ""));

            assertThat(requestId).isEqualTo(invocation.requestId());
            assertAccepted(runtime.respond(requestId, "1"));
        }
    }

    @Test
    void a_runtime_that_does_not_wait_for_its_202_has_answered_all_the_same() {
        Invocation invocation = runtime.takes("{}");

        sendAndHangUp(Peer.request("POST", RuntimePeer.response(invocation.requestId()), "1"), RawClient::close);

        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
        assertServed(runtime.takes("{}"));
    }

    @Test
    void when_the_simulator_is_closed_nobody_is_left_hanging() {
        Poll parked = runtime.next();
        RawClient silent = runtime.connect();
        RawClient half = runtime.connect().send("GET " + RuntimePeer.NEXT);

        scene.close();

        assertThat(parked.bytesUntilClosed()).isZero();
        silent.awaitEof();
        half.awaitEof();
        assertEveryCallEndedOnce(scene);
    }

    private void assertServed(Invocation invocation) {
        assertAccepted(runtime.respond(invocation.requestId(), "1"));
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
        scene.close();
        assertEveryCallEndedOnce(scene);
    }
}
