// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The one thread that starts processes, since starting one takes a millisecond, and the engine waits for nothing.
 *
 * <p>It never ends: Linux tells a child of its parent's death when the <em>thread</em> ends that started it. Source: lifecycle
 * §8.3.
 */
final class Launcher {

    private static final System.Logger LOG = System.getLogger("io.lambdarium.simulator");

    private static final Executor THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = Daemons.FACTORY.newThread(task);
        thread.setName("lambdarium-launcher");
        return thread;
    });

    private Launcher() {}

    /** Does that on the thread, which survives whatever happens to it. */
    static void execute(Runnable action) {
        THREAD.execute(() -> {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                LOG.log(System.Logger.Level.ERROR, "Lambdarium failed to act on a process.", e);
            }
        });
    }

    /** Does that on the thread; whatever it throws is in the future, and does not end the thread. */
    static <T> CompletableFuture<T> run(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, THREAD);
    }
}
