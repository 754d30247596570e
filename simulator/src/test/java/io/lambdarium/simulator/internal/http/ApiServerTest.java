// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.wire.RawClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ApiServerTest {

    private static final String NEXT = "/2018-06-01/runtime/invocation/next";
    private static final String PING = "/2018-06-01/ping";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void an_environment_keeps_its_address() {
        assertThat(stage.address()).startsWith("127.0.0.1:").isEqualTo(stage.address());
    }

    @Test
    void a_parked_call_ends_when_its_environment_closes() throws InterruptedException {
        RawClient runtime = stage.client().sendGet(NEXT);
        Call.RuntimeNext next = stage.inbox.take(Call.RuntimeNext.class);

        stage.server.close(Stage.ENVIRONMENT);

        runtime.awaitEof();
        assertThat(stage.inbox.take(Input.CallerLeft.class).call()).isEqualTo(next.id());
    }

    @Test
    void an_idle_connection_ends_when_its_environment_closes() {
        RawClient runtime = stage.client();
        runtime.get(PING);

        stage.server.close(Stage.ENVIRONMENT);

        runtime.awaitEof();
        assertThat(stage.inbox).isNotNull();
    }

    @Test
    void a_connection_that_was_never_used_ends_too() {
        RawClient silent = stage.client();
        stage.client().get(PING);

        stage.server.close(Stage.ENVIRONMENT);

        silent.awaitEof();
        assertThat(stage.server).isNotNull();
    }

    @Test
    void a_connection_that_is_on_its_way_ends_too() {
        for (int i = 0; i < 200; i++) {
            RawClient early = stage.client();

            stage.server.close(Stage.ENVIRONMENT);

            early.awaitEof();
            assertThat(stage.inbox.isEmpty()).isTrue();
        }
    }

    @Test
    void a_closed_address_refuses_connections() {
        String address = stage.address();

        stage.server.close(Stage.ENVIRONMENT);

        assertThat(RawClient.isAnswered(address)).isFalse();
    }

    @Test
    void a_disconnected_environment_keeps_its_address() throws InterruptedException {
        String address = stage.address();
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.inbox.take(Call.RuntimeNext.class);

        stage.server.disconnect(Stage.ENVIRONMENT, false);

        runtime.awaitEof();
        assertThat(stage.address()).isEqualTo(address);
        assertThat(stage.client().get(PING).text()).isEqualTo("pong");
    }

    @Test
    void an_address_that_strangers_know_is_given_up_for_another() throws InterruptedException {
        String known = stage.address();
        RawClient runtime = stage.client().sendGet(NEXT);
        stage.inbox.take(Call.RuntimeNext.class);

        stage.server.disconnect(Stage.ENVIRONMENT, true);

        runtime.awaitEof();
        assertThat(stage.address()).isNotEqualTo(known);
        assertThat(RawClient.isAnswered(known)).isFalse();
        assertThat(stage.client().get(PING).text()).isEqualTo("pong");
    }

    @Test
    void calls_that_are_not_there_are_ignored() {
        stage.server.answer(new CallId(99), new Answer.Accepted());
        stage.server.abandon(new CallId(99));
        stage.server.disconnect(Stage.ENVIRONMENT, true);
        stage.server.close(Stage.ENVIRONMENT);

        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void calls_are_numbered_in_the_order_they_come() throws InterruptedException {
        RawClient runtime = stage.client();

        runtime.get(PING);
        runtime.get(PING);

        assertThat(stage.inbox.await(Call.Settled.class).id()).isEqualTo(new CallId(1));
        assertThat(stage.inbox.await(Call.Settled.class).id()).isEqualTo(new CallId(2));
    }
}
