// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Ends.assertEveryCallEndedOnce;
import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static io.lambdarium.simulator.statements.Replies.assertIllegalMove;
import static io.lambdarium.simulator.statements.Replies.assertTooLate;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runtimes that do what none should: two at once, too late, out of turn, all of them together. */
class HostileRuntimeTest {

    @AutoClose
    private final Scene scene = Scene.inRealTime().deploy(Scene.UNHURRIED).initialize();

    @AutoClose("shutdownNow")
    private final ExecutorService crowd = Executors.newFixedThreadPool(8);

    private final RuntimePeer runtime = scene.runtime();

    @Test
    void of_two_that_pose_as_the_runtime_one_answers() throws Exception {
        for (int round = 0; round < 50; round++) {
            Invocation invocation = runtime.takes("{}");
            Future<Reply> one = crowd.submit(() -> runtime.respond(invocation.requestId(), "1"));
            Future<Reply> other = crowd.submit(() -> runtime.fail(invocation.requestId(), "2"));

            List<Reply> replies = List.of(one.get(), other.get());

            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(202, 403);
            String expected = one.get().status() == 202 ? "1" : "2";
            assertThat(invocation.await().payload()).isEqualTo(Payload.of(expected));
        }
    }

    @Test
    void while_one_answers_the_other_can_only_watch() {
        Invocation invocation = runtime.takes("{}");
        String path = RuntimePeer.response(invocation.requestId());
        try (RawClient slow = runtime.connect()) {
            slow.send(RawClient.head("POST", path, "Content-Length: 4") + "\r\n12");
            scene.await(Received.class, call -> call.endpoint() == Endpoint.RUNTIME_RESPONSE);

            assertIllegalMove(runtime.respond(invocation.requestId(), "5"), "InvocationResponse", "InvocationResponse");
            assertIllegalMove(
                    runtime.fail(invocation.requestId(), "5"), "InvocationResponse", "InvocationErrorResponse");
            assertIllegalMove(runtime.failInit("{}"), "InvocationResponse", "InitError");

            assertAccepted(slow.send("34").receive());
        }
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1234")));
    }

    @Test
    void an_echo_without_a_value_is_a_wrong_one() {
        Invocation invocation = runtime.takes("{}");

        assertTooLate(runtime.respond(invocation.requestId(), "2", "Lambda-Runtime-Invocation-Id:"));

        assertAccepted(runtime.respond(invocation.requestId(), "1"));
    }

    @Test
    void requests_that_do_not_wait_for_their_answers_are_answered_in_turn() {
        Invocation invocation = runtime.takes("{}");
        String response = Peer.request("POST", RuntimePeer.response(invocation.requestId()), "1");
        String next = Peer.request("GET", RuntimePeer.NEXT, "");
        try (RawClient client = runtime.connect()) {
            client.send(response + response + next);

            assertAccepted(client.receive());
            assertIllegalMove(client.receive(), "RuntimeResponseSentState", "InvocationResponse");
            invocation.awaitReport();
            scene.invoke("2");
            assertThat(client.receive().text()).isEqualTo("2");
        }
    }

    @Test
    void a_response_that_comes_byte_by_byte_is_as_good_as_any() {
        Invocation invocation = runtime.takes("{}");
        String request = Peer.request("POST", RuntimePeer.response(invocation.requestId()), "\"drip\"");
        try (RawClient client = runtime.connect()) {
            request.chars().forEach(next -> client.send(Character.toString(next)));

            assertAccepted(client.receive());
        }
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("\"drip\"")));
    }

    @Test
    void after_the_end_of_its_environment_nobody_listens() {
        runtime.next();
        RawClient idle = runtime.connect();

        scene.lambda().shutDown();

        scene.await(Terminated.class);
        idle.awaitEof();
        assertThat(RawClient.isAnswered(runtime.seat().address())).isFalse();
    }

    @Test
    void a_crowd_of_runtimes_gone_mad_harms_nobody() throws Exception {
        Invocation invocation = runtime.takes("{}");
        Set<String> threads = ioThreads();

        for (Future<?> madness :
                IntStream.range(0, 8).mapToObj(seed -> goMad(seed, invocation)).toList()) {
            madness.get();
        }

        assertThat(ioThreads()).isEqualTo(threads);
        assertAccepted(runtime.respond(invocation.requestId(), "1"));
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
        scene.close();
        assertEveryCallEndedOnce(scene);
    }

    private Future<?> goMad(int seed, Invocation invocation) {
        Random random = new Random(seed);
        return crowd.submit(() -> {
            for (int i = 0; i < 40; i++) {
                commit(random.nextInt(8), invocation);
            }
        });
    }

    /** Everything but an answer to the invocation at hand. */
    private void commit(int folly, Invocation invocation) {
        String answer = RuntimePeer.response(invocation.requestId());
        switch (folly) {
            case 0 -> runtime.ask("GET", RuntimePeer.NEXT, "");
            case 1 -> runtime.respond("nobody", "{}");
            case 2 -> runtime.fail("nobody", new String(new char[100_000]));
            case 3 -> runtime.failInit("{}");
            case 4 -> runtime.ask("DELETE", answer, "");
            case 5 ->
                runtime.connect()
                        .send(RawClient.head("POST", RuntimePeer.INIT_ERROR))
                        .reset();
            case 6 ->
                runtime.connect()
                        .send(Peer.request("GET", RuntimePeer.NEXT, ""))
                        .reset();
            default ->
                runtime.connect().send("\0\u0001\u0002 " + answer + "\r\n\r\n").close();
        }
    }

    static Set<String> ioThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("lambdarium-http"))
                .collect(Collectors.toSet());
    }
}
