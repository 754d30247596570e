// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A keeper that is started before it is needed: that takes as long as all else that it takes to begin an environment. */
final class Spare {

    private final Supplier<Keeper> start;
    private final AtomicReference<@Nullable CompletableFuture<Keeper>> waiting = new AtomicReference<>();

    Spare(Supplier<Keeper> start) {
        this.start = start;
    }

    /** The one that waits, or else a new one. */
    CompletableFuture<Keeper> take() {
        CompletableFuture<Keeper> spare = waiting.getAndSet(null);
        return spare != null && isOfUse(spare) ? spare : Launcher.run(start);
    }

    /** Starts one for whoever comes next, unless one waits. */
    void provide() {
        CompletableFuture<Keeper> next = new CompletableFuture<>();
        if (waiting.compareAndSet(null, next)) {
            Launcher.run(start).thenAccept(next::complete).exceptionally(failure -> {
                next.completeExceptionally(failure);
                return null;
            });
        }
    }

    private static boolean isOfUse(CompletableFuture<Keeper> spare) {
        return !spare.isDone()
                || (!spare.isCompletedExceptionally() && spare.join().isAlive());
    }
}
