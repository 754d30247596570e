// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.wire.RawClient;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HangUpTest {

    private static final String NEXT = "/2018-06-01/runtime/invocation/next";
    private static final String RESPONSE = "/2018-06-01/runtime/invocation/id-1/response";
    private static final String PING = "/2018-06-01/ping";
    private static final int ATTEMPTS = 10;

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void a_parked_caller_that_closes_is_missed_within_50_ms() {
        assertThat(fastestNotice(RawClient::close)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void a_parked_caller_that_resets_is_missed_within_50_ms() {
        assertThat(fastestNotice(RawClient::reset)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void a_parked_caller_that_closes_its_half_counts_as_gone() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);

        runtime.halfClose();

        assertThat(stage.inbox.take(Input.CallerLeft.class).call()).isEqualTo(next.id());
        runtime.awaitEof();
    }

    @Test
    void an_answer_to_a_caller_that_left_is_ignored() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);
        runtime.close();
        stage.inbox.take(Input.CallerLeft.class);

        stage.server.answer(next.id(), stage.event(Payload.of("lost")));
        stage.client().get(PING);

        stage.inbox.take(Call.Settled.class);
    }

    @Test
    void a_caller_whose_connection_is_cut_while_it_reads_has_left_once() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.answer(Call.RuntimeNext.class, stage.event(Payload.of(new byte[64 * 1024 * 1024])));
        runtime.receiveSome();

        runtime.reset();

        stage.inbox.take(Input.CallerLeft.class);
        stage.client().get(PING);
        stage.inbox.take(Call.Settled.class);
    }

    @Test
    void a_request_sent_behind_a_parked_one_is_kept_and_served_afterwards() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);
        runtime.sendGet(PING).sendGet("/nowhere");

        stage.server.answer(next.id(), stage.event(Payload.of("{}")));

        assertThat(runtime.receive().text()).isEqualTo("{}");
        assertThat(runtime.receive().text()).isEqualTo("pong");
        assertThat(runtime.receive().status()).isEqualTo(404);
    }

    @Test
    void a_large_request_sent_behind_a_parked_one_is_kept_whole() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);
        runtime.sendPost(RESPONSE, "x".repeat(100_000).getBytes());

        stage.server.answer(next.id(), stage.event(Payload.of("{}")));
        runtime.receive();

        Call.ResponseBegan began = stage.inbox.await(Call.ResponseBegan.class);
        assertThat(stage.inbox.take(Input.ResponseEnded.class).size()).isEqualTo(100_000);
        assertThat(stage.payloads.take(began.id()).text()).isEqualTo("x".repeat(100_000));
    }

    @Test
    void a_caller_that_leaves_a_request_behind_is_missed_all_the_same() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT).sendGet(PING);
        Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);

        runtime.close();

        assertThat(stage.inbox.take(Input.CallerLeft.class).call()).isEqualTo(next.id());
    }

    @Test
    void a_caller_that_waits_for_its_202_is_missed_too() throws InterruptedException {
        RawClient runtime = stage.client().sendPost(RESPONSE, new byte[100]);
        Call.ResponseBegan began = stage.inbox.take(Call.ResponseBegan.class);
        stage.inbox.take(Input.ResponseEnded.class);

        runtime.close();

        assertThat(stage.inbox.take(Input.CallerLeft.class).call()).isEqualTo(began.id());
    }

    @Test
    void an_abandoned_call_ends_without_an_answer_and_without_a_caller_that_left() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);

        stage.server.abandon(next.id());
        runtime.awaitEof();
        stage.client().get(PING);

        stage.inbox.take(Call.Settled.class);
    }

    @Test
    void only_the_first_answer_counts() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);

        stage.server.answer(next.id(), new Answer.Accepted());
        stage.server.answer(next.id(), new Answer.NotFound());
        stage.server.abandon(next.id());

        assertThat(runtime.receive().status()).isEqualTo(202);
        assertThat(runtime.get(PING).text()).isEqualTo("pong");
    }

    private Duration fastestNotice(Consumer<RawClient> hangUp) {
        return IntStream.range(0, ATTEMPTS)
                .mapToObj(attempt -> notice(hangUp))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private Duration notice(Consumer<RawClient> hangUp) {
        try {
            RawClient runtime = stage.client().sendGet(NEXT);
            Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);
            long begin = System.nanoTime();
            hangUp.accept(runtime);
            assertThat(stage.inbox.take(Input.CallerLeft.class).call()).isEqualTo(next.id());
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
