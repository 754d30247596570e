// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Bootstrap.Body;
import io.lambdarium.simulator.Gate;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SignalledBodyTest {

    @Test
    void sigterm_interrupts_the_body() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(this::waitForever);

            stage.signal(Signal.SIGTERM);

            assertThat(stage.exit().detail()).startsWith("java.lang.InterruptedException");
        }
    }

    @Test
    void a_body_may_take_sigterm_as_a_reason_to_return() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(variables -> assertThatThrownBy(new Gate()::pass).isInstanceOf(InterruptedException.class));

            stage.signal(Signal.SIGTERM);

            assertThat(stage.exit()).isEqualTo(Exit.status(0));
        }
    }

    @Test
    void an_interrupt_ends_with_the_body() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(variables -> Thread.currentThread().interrupt());

            assertThat(stage.inbox.nextTold().interrupted()).isFalse();
        }
    }

    @Test
    void sigkill_ends_the_body_for_lambda_at_once() throws Exception {
        Gate release = new Gate();
        try (Stage stage = new Stage()) {
            stage.launch(stubborn(release, new CountDownLatch(0)));

            stage.signal(Signal.SIGKILL);

            assertThat(stage.inbox.isEmpty()).isFalse();
            assertThat(stage.exit().words()).isEqualTo("signal: killed");
            release.open();
        }
    }

    @Test
    void the_exit_by_sigkill_says_that_a_thread_cannot_be_killed() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(this::waitForever);

            stage.signal(Signal.SIGKILL);

            assertThat(stage.exit().detail())
                    .isEqualTo("could not be killed, since it is a thread: it was interrupted and abandoned, and may "
                            + "still run");
        }
    }

    @Test
    void the_return_of_an_abandoned_body_is_not_another_exit() throws Exception {
        Gate release = new Gate();
        CompletableFuture<Thread> host = new CompletableFuture<>();
        try (Stage stage = new Stage()) {
            stage.launch(variables -> {
                host.complete(Thread.currentThread());
                stubborn(release, new CountDownLatch(0)).live(variables);
            });
            host.get();
            stage.signal(Signal.SIGKILL);
            stage.signal(Signal.SIGKILL);

            release.open();
            host.get().join();

            assertThat(stage.exit().signal()).contains(Signal.SIGKILL);
            assertThat(stage.inbox.isEmpty()).isTrue();
        }
    }

    private void waitForever(Map<String, String> variables) throws InterruptedException {
        new Gate().pass();
    }

    /** Does not let itself be interrupted. */
    static Body stubborn(Gate release, CountDownLatch begun) {
        return variables -> {
            begun.countDown();
            CountDownLatch released = new CountDownLatch(1);
            release.whenOpen(released::countDown);
            boolean waiting = true;
            while (waiting) {
                try {
                    released.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    waiting = true;
                }
            }
        };
    }
}
