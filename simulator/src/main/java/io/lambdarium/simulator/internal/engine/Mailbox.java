// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messages, worked off one at a time and in their order.
 *
 * <p>There is no thread of its own: whoever leaves a message while nobody works, works the mailbox empty. Two hand-overs
 * between threads are saved with each message, which is most of what an invocation costs.
 */
final class Mailbox {

    private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unread = new AtomicInteger();
    private final Consumer<Throwable> defects;

    /** A thread only looks for itself here, and it knows what it wrote; so it does not matter what it sees of others. */
    private @Nullable Thread worker;

    Mailbox(Consumer<Throwable> defects) {
        this.defects = defects;
    }

    void put(Runnable message) {
        if (unread.compareAndSet(0, 1)) {
            workFrom(message);
            return;
        }
        messages.add(message);
        if (unread.getAndIncrement() == 0) {
            workFrom(messages.remove());
        }
    }

    /** Leaves a message, and waits until it, or one that it leaves for the same, completes what is waited for. */
    void await(Consumer<CompletableFuture<Void>> message) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        putFor(done, message);
        done.join();
    }

    /** Leaves a message that somebody waits for. Its failure reaches the one who waits, too: a defect must not become a hang. */
    void putFor(CompletableFuture<Void> done, Consumer<CompletableFuture<Void>> message) {
        put(() -> {
            try {
                message.accept(done);
            } catch (Throwable defect) {
                done.completeExceptionally(defect);
                throw defect;
            }
        });
    }

    /** Waits until all that was left here before is worked on; not at all if it is. */
    void settle() {
        if (!isSettled()) {
            await(settled -> settled.complete(null));
        }
    }

    /** Whether the calling thread need not wait: all is worked on, or it is itself at work here. */
    boolean isSettled() {
        return unread.get() == 0 || Thread.currentThread().equals(worker);
    }

    /** Whether there are messages behind the one that is being worked on. */
    boolean hasMore() {
        return unread.get() > 1;
    }

    /** That message, and then the box empty. Whoever counted a message has left it, unless it is the first. */
    private void workFrom(Runnable first) {
        work(first);
        while (unread.decrementAndGet() > 0) {
            work(messages.remove());
        }
    }

    /** A message that fails is a defect of ours; the messages behind it must not wait for ever. */
    private void work(Runnable message) {
        worker = Thread.currentThread();
        try {
            message.run();
        } catch (Throwable defect) {
            defects.accept(defect);
        } finally {
            worker = null;
        }
    }
}
