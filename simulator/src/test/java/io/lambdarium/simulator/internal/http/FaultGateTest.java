// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static io.lambdarium.simulator.event.Endpoint.RUNTIME_NEXT;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_PING;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Fault;
import io.lambdarium.simulator.Gate;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.io.EOFException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultGateTest {

    private static final String NEXT = "/2018-06-01/runtime/invocation/next";
    private static final String RESPONSE = "/2018-06-01/runtime/invocation/id-1/response";
    private static final String PING = "/2018-06-01/ping";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void a_call_can_be_answered_in_lambdas_place() throws InterruptedException {
        stage.faults.on(RUNTIME_NEXT).once(Fault.respond(500));
        RawClient runtime = stage.client();

        Reply reply = runtime.get(NEXT);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).isEmpty();
        assertThat(stage.inbox.take(Input.FaultStruck.class).fault()).isEqualTo("respond with 500");
        assertThat(stage.inbox.take(Call.Dropped.class).endpoint()).isEqualTo(RUNTIME_NEXT);
        assertThat(runtime.get(PING).text()).isEqualTo("pong");
    }

    @Test
    void a_fault_answers_only_after_the_body_was_sent() throws InterruptedException {
        stage.faults.on(RUNTIME_RESPONSE).once(Fault.respond(503));
        RawClient runtime = stage.client();

        Reply reply = runtime.post(RESPONSE, "x".repeat(1_000_000));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(runtime.get(PING).text()).isEqualTo("pong");
    }

    @Test
    void a_dropped_call_is_told_to_nobody_and_its_connection_closed() throws InterruptedException {
        stage.faults.on(RUNTIME_NEXT).once(Fault.drop());

        stage.client().sendGet(NEXT).awaitEof();

        assertThat(stage.inbox.take(Input.FaultStruck.class).fault()).isEqualTo("drop the connection");
        stage.inbox.take(Call.Dropped.class);
        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void a_delayed_call_is_heard_when_time_has_passed() throws InterruptedException {
        stage.faults.on(RUNTIME_RESPONSE).once(Fault.delay(Duration.ofMillis(200)));
        stage.client().sendPost(RESPONSE, "late".getBytes());
        Input.FaultStruck struck = stage.inbox.take(Input.FaultStruck.class);
        boolean heardAtOnce = !stage.inbox.isEmpty();

        stage.inbox.passTime();

        assertThat(struck.fault()).isEqualTo("delay by 200 ms");
        assertThat(heardAtOnce).isFalse();
        assertThat(stage.inbox.take(Call.ResponseBegan.class).id()).isEqualTo(struck.call());
        assertThat(stage.inbox.take(Input.ResponseEnded.class).size()).isEqualTo(4);
    }

    @Test
    void a_held_call_is_heard_when_the_gate_opens() throws InterruptedException {
        Gate gate = new Gate();
        stage.faults.on(RUNTIME_NEXT).once(Fault.hold(gate));
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.inbox.take(Input.FaultStruck.class);

        gate.open();
        stage.answer(Call.RuntimeNext.class, stage.event(Payload.of("{}")));

        assertThat(runtime.receive().text()).isEqualTo("{}");
    }

    @Test
    void a_caller_that_leaves_while_it_is_held_is_never_heard() throws InterruptedException {
        Gate gate = new Gate();
        stage.faults.on(RUNTIME_NEXT).once(Fault.hold(gate));
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.inbox.take(Input.FaultStruck.class);

        runtime.close();
        stage.inbox.take(Call.Dropped.class);
        gate.open();
        stage.client().get(PING);

        stage.inbox.take(Call.Settled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{\"a\":1}"})
    void an_answer_can_break_off_in_its_middle(String event) throws InterruptedException {
        stage.faults.on(RUNTIME_NEXT).once(Fault.dropMidAnswer());
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.answer(Call.RuntimeNext.class, stage.event(Payload.of(event)));

        assertThatThrownBy(runtime::receive).hasRootCauseInstanceOf(EOFException.class);

        assertThat(stage.inbox.take(Input.FaultStruck.class).fault()).contains("in the middle");
        stage.inbox.take(Input.CallerLeft.class);
        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void a_fault_strikes_once_and_then_all_is_well() throws InterruptedException {
        stage.faults.on(RUNTIME_PING).once(Fault.respond(418));
        RawClient runtime = stage.client();

        assertThat(runtime.get(PING).status()).isEqualTo(418);
        assertThat(runtime.get(PING).status()).isEqualTo(200);
    }

    @Test
    void an_abandoned_call_is_no_longer_held() throws InterruptedException {
        stage.faults.on(RUNTIME_NEXT).once(Fault.delay(Duration.ofSeconds(1)));
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.inbox.take(Input.FaultStruck.class);

        stage.server.close(Stage.ENVIRONMENT);
        runtime.awaitEof();
        stage.inbox.take(Call.Dropped.class);
        stage.inbox.passTime();
        stage.client().sendGet(NEXT);

        assertThat(stage.answer(Call.RuntimeNext.class, new Answer.Accepted())
                        .id()
                        .number())
                .isEqualTo(2);
    }
}
