// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Bootstrap.Body;
import io.lambdarium.simulator.Bootstrap.ExitStatus;
import io.lambdarium.simulator.event.Exit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostedBodyTest {

    @Test
    void a_body_that_returns_exits_with_status_0() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(variables -> {});

            assertThat(stage.exit()).isEqualTo(Exit.status(0));
        }
    }

    @Test
    void a_body_that_throws_exits_with_status_1_and_says_what_it_threw_and_where() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(failing(new IllegalStateException("no handler\nat line 3")));

            Exit exit = stage.exit();
            assertThat(exit.status()).isEqualTo(1);
            assertThat(exit.detail())
                    .matches("java\\.lang\\.IllegalStateException at HostedBodyTest\\.java:\\d+: no handler");
        }
    }

    @Test
    void the_place_is_one_of_the_body_and_not_of_the_jdk_below_it() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(variables -> Integer.parseInt("three"));

            assertThat(stage.exit().detail()).contains("NumberFormatException at HostedBodyTest.java:");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "255, 255", "256, 0", "-1, 255"})
    void a_body_may_choose_its_exit_status(int chosen, int exit) throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(failing(new ExitStatus(chosen)));

            assertThat(stage.exit()).isEqualTo(Exit.status(exit));
        }
    }

    @Test
    void a_body_learns_the_path_of_its_program() throws Exception {
        CompletableFuture<Map<String, String>> seen = new CompletableFuture<>();
        try (Stage stage = new Stage()) {
            stage.launch(seen::complete);

            assertThat(seen.get()).containsEntry(Bootstrap.ARGV0, "/var/task/bootstrap");
        }
    }

    @Test
    void a_body_that_exhausts_its_stack_exits_with_status_1() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(variables -> dig());

            assertThat(stage.exit().detail()).startsWith("java.lang.StackOverflowError at HostedBodyTest.java:");
        }
    }

    @Test
    void a_body_that_exhausts_the_heap_exits_with_status_1() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(variables -> {
                throw new OutOfMemoryError("Java heap space");
            });

            assertThat(stage.exit().detail())
                    .startsWith("java.lang.OutOfMemoryError at HostedBodyTest.java:")
                    .endsWith(": Java heap space");
        }
    }

    @Test
    void an_endless_or_unprintable_message_is_made_readable() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(failing(new IllegalStateException("\u001b[31m" + "x".repeat(10_000))));

            assertThat(stage.exit().detail())
                    .startsWith("java.lang.IllegalStateException at HostedBodyTest.java:")
                    .contains(": \\u001b[31mxxx")
                    .endsWith("… (10005 bytes)")
                    .hasSizeLessThan(300);
        }
    }

    @Test
    void an_exception_that_cannot_tell_its_message_is_named_all_the_same() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(failing(new Mute()));

            assertThat(stage.exit()).isEqualTo(Exit.status(1).detail(Mute.class.getName()));
        }
    }

    @Test
    void a_body_lives_on_a_daemon_thread_named_after_it() throws Exception {
        CompletableFuture<Thread> host = new CompletableFuture<>();
        try (Stage stage = new Stage()) {
            stage.launch(variables -> host.complete(Thread.currentThread()));

            assertThat(host.get().getName()).isEqualTo("lambdarium-runtime-7.1");
            assertThat(host.get().isDaemon()).isTrue();
        }
    }

    @Test
    void no_thread_remains_when_the_body_has_ended() throws Exception {
        CompletableFuture<Thread> host = new CompletableFuture<>();
        try (Stage stage = new Stage()) {
            stage.launch(variables -> host.complete(Thread.currentThread()));

            stage.exit();
            host.get().join(10_000);

            assertThat(host.get().isAlive()).isFalse();
        }
    }

    @Test
    void the_variables_are_the_participants_but_nobody_can_change_them() throws Exception {
        CompletableFuture<Map<String, String>> seen = new CompletableFuture<>();
        try (Stage stage = new Stage()) {
            stage.launch(seen::complete);

            assertThat(seen.get()).containsEntry("GREETING", "Hello");
            assertThatThrownBy(() -> seen.get().put("GREETING", "Bye"))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_body_that_gets_no_thread_exits_and_says_so(boolean interrupted) throws Exception {
        try (Stage stage = new Stage(ThreadThatNeverStarts::new)) {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            stage.launch(variables -> {});

            assertThat(Thread.interrupted()).isEqualTo(interrupted);
            assertThat(stage.exit())
                    .isEqualTo(Exit.status(1)
                            .detail("could not be started, for want of a thread: unable to create native thread"));
        }
    }

    private static Body failing(RuntimeException failure) {
        return variables -> {
            throw failure;
        };
    }

    private static int dig() {
        return 1 + dig();
    }

    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("mute");
        }
    }

    private static final class ThreadThatNeverStarts extends Thread {
        ThreadThatNeverStarts(Runnable task) {
            super(task);
        }

        @Override
        public synchronized void start() {
            throw new OutOfMemoryError("unable to create native thread");
        }
    }
}
