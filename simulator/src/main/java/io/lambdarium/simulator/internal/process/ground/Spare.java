// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A keeper in namespaces that is started before it is needed: that takes several times as long as all else that it takes to begin
 * an environment. There is one for those who come again, as tests of the same function do.
 */
final class Spare {

    /**
     * What a keeper is like: equal ones can stand in for each other.
     *
     * @param command what makes its namespaces
     * @param files which files the command means: a name may mean another one by now
     */
    record Kind(List<String> command, List<String> files) {}

    private record Waiting(Kind kind, CompletableFuture<Keeper> keeper) {}

    private final Function<Kind, Keeper> start;
    private final AtomicReference<@Nullable Waiting> waiting = new AtomicReference<>();
    private final AtomicReference<@Nullable Kind> latest = new AtomicReference<>();
    private final AtomicReference<@Nullable Kind> repeated = new AtomicReference<>();

    Spare(Function<Kind, Keeper> start) {
        this.start = start;
    }

    /** The one that waits, if it is of that kind, or else a new one. */
    CompletableFuture<Keeper> take(Kind kind) {
        if (kind.equals(latest.getAndSet(kind))) {
            repeated.set(kind);
        }
        Waiting spare = waiting.get();
        if (spare != null && spare.kind.equals(kind) && waiting.compareAndSet(spare, null) && isOfUse(spare.keeper)) {
            return spare.keeper;
        }
        return Launcher.run(() -> start.apply(kind));
    }

    /** Starts one for whoever comes next, if that kind was asked for twice in a row and none waits. */
    void provide(Kind kind) {
        Waiting old = waiting.get();
        boolean wanted = kind.equals(repeated.get()) && (old == null || !old.kind.equals(kind));
        Waiting next = new Waiting(kind, new CompletableFuture<>());
        if (wanted && waiting.compareAndSet(old, next)) {
            Afterwards.anyway(
                    Launcher.run(() -> start.apply(kind)), (keeper, failure) -> settle(next, keeper, failure));
            if (old != null) {
                Afterwards.ifWell(old.keeper, Keeper::close);
            }
        }
    }

    private static void settle(Waiting spare, @Nullable Keeper keeper, @Nullable Throwable failure) {
        if (keeper == null) {
            spare.keeper.completeExceptionally(failure == null ? new IllegalStateException() : failure);
        } else {
            spare.keeper.complete(keeper);
        }
    }

    private static boolean isOfUse(CompletableFuture<Keeper> spare) {
        return !spare.isDone()
                || (!spare.isCompletedExceptionally() && spare.join().isAlive());
    }
}
