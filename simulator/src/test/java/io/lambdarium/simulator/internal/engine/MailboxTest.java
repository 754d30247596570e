// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final List<Throwable> defects = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(defects::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void a_message_left_by_a_message_comes_after_it() {
        mailbox.put(() -> {
            mailbox.put(() -> done.add("second"));
            done.add("first");
        });

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void a_message_that_fails_does_not_keep_the_next_one_from_being_worked_on() {
        mailbox.put(() -> {
            throw new IllegalStateException("provoked by a test");
        });

        mailbox.put(() -> done.add("next"));

        assertThat(done).containsExactly("next");
        assertThat(defects).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void messages_of_many_threads_are_worked_on_one_at_a_time() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch all = new CountDownLatch(4_000);
        for (int i = 0; i < 4_000; i++) {
            threads.execute(() -> mailbox.put(() -> {
                done.add("one");
                all.countDown();
            }));
        }
        boolean finished = all.await(20, TimeUnit.SECONDS);
        threads.shutdown();

        assertThat(finished).isTrue();
        assertThat(done).hasSize(4_000);
    }

    @Test
    void whoever_is_at_work_here_waits_for_nothing() {
        List<Boolean> settled = new ArrayList<>();

        mailbox.put(() -> settled.add(mailbox.isSettled()));

        assertThat(settled).containsExactly(true);
        assertThat(mailbox.isSettled()).isTrue();
    }

    @Test
    void somebody_else_waits_while_a_message_is_worked_on() {
        List<Boolean> settled = new ArrayList<>();

        mailbox.put(() ->
                settled.add(CompletableFuture.supplyAsync(mailbox::isSettled).join()));

        assertThat(settled).containsExactly(false);
    }
}
