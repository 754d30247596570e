// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AttachedSeatTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Attached attached = Bootstrap.attached();
    private final Stage stage = new Stage();

    @Test
    void a_seat_opens_where_lambda_would_launch() {
        stage.launch(attached, 1);

        assertThat(attached.awaitLaunch(PATIENCE).variables()).containsExactly(Map.entry("GREETING", "Hello"));
    }

    @Test
    void each_seat_is_handed_out_once() {
        stage.launch(attached, 1);
        attached.awaitLaunch(PATIENCE);

        assertThatThrownBy(() -> attached.awaitLaunch(Duration.ZERO))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("but it was not launched");
    }

    @Test
    void the_variables_of_a_seat_cannot_be_changed() {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);

        assertThatThrownBy(() -> seat.variables().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whoever_has_the_seat_says_how_the_process_exited() throws Exception {
        stage.launch(attached, 1);

        attached.awaitLaunch(PATIENCE).exit(3);

        assertThat(stage.exit()).isEqualTo(Exit.status(3));
        assertThat(stage.hasSurvivors()).isFalse();
    }

    @Test
    void only_the_first_exit_counts() throws Exception {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);

        seat.exit(3);
        seat.exit(4);

        assertThat(stage.exit()).isEqualTo(Exit.status(3));
        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void a_signal_is_noted_and_changes_nothing_else() {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);
        assertThat(seat.signals()).isEmpty();

        stage.signal(Signal.SIGTERM);

        assertThat(seat.signals()).containsExactly(Signal.SIGTERM);
        assertThat(seat.awaitSignal(Signal.SIGTERM, Duration.ZERO)).isTrue();
        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void who_waits_for_a_signal_is_woken_by_it() {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> seat.awaitSignal(Signal.SIGTERM, PATIENCE));

        stage.signal(Signal.SIGTERM);

        assertThat(waiting.join()).isTrue();
    }

    @Test
    void a_signal_that_does_not_come_is_not_waited_for_longer_than_asked() {
        stage.launch(attached, 1);

        assertThat(attached.awaitLaunch(PATIENCE).awaitSignal(Signal.SIGTERM, Duration.ofMillis(1)))
                .isFalse();
    }

    @Test
    void a_signal_that_cannot_come_any_more_is_not_waited_for() {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);
        seat.exit(0);

        assertThat(seat.awaitSignal(Signal.SIGTERM, Duration.ofDays(1))).isFalse();
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_signal_and_is_kept() {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);
        Thread.currentThread().interrupt();

        assertThat(seat.awaitSignal(Signal.SIGTERM, PATIENCE)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_process_that_is_gone_gets_no_signal() {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);
        seat.exit(0);

        stage.signal(Signal.SIGKILL);

        assertThat(seat.signals()).isEmpty();
    }

    @Test
    void sigkill_ends_it_for_lambda_though_it_may_still_run() throws Exception {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);

        stage.signal(Signal.SIGKILL);

        assertThat(seat.signals()).containsExactly(Signal.SIGKILL);
        assertThat(stage.exit())
                .isEqualTo(Exit.by(Signal.SIGKILL)
                        .detail("could not be killed, since someone else started it: it counts as killed, and may "
                                + "still run"));
    }

    @Test
    void who_was_killed_survives_until_its_exit_is_told() throws Exception {
        stage.launch(attached, 1);
        Attached.Seat seat = attached.awaitLaunch(PATIENCE);
        stage.signal(Signal.SIGKILL);
        assertThat(stage.hasSurvivors()).isTrue();

        seat.exit(0);

        assertThat(stage.hasSurvivors()).isFalse();
        assertThat(stage.exit().signal()).contains(Signal.SIGKILL);
        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void whoever_is_interrupted_while_he_waits_for_a_launch_is_told_so() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Bootstrap.attached().awaitLaunch(PATIENCE))
                .isInstanceOf(SimulatorException.class)
                .hasMessageStartingWith("Interrupted while waiting for Lambda to launch an attached participant.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
