// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * The keepers in process groups that nobody needs just now: one that has swept is as good as a new one, and to start a new one
 * takes longer than all else that it takes to begin an environment. They end with the JVM.
 */
final class IdleKeepers implements KeptGround.Source {

    /** Each takes some megabytes, and tests with a crowd of environments are rare. */
    private static final int MOST = 4;

    private final Deque<Keeper> waiting = new ConcurrentLinkedDeque<>();
    private final Supplier<Keeper> start;

    /** Nobody waits; new ones are started like that. */
    IdleKeepers(Supplier<Keeper> start) {
        this.start = start;
    }

    /** The one that was busy last, if one lives, or else a new one. */
    CompletableFuture<Keeper> take() {
        Keeper next = waiting.poll();
        while (next != null && !next.isAlive()) {
            next = waiting.poll();
        }
        return next == null ? Launcher.run(start) : CompletableFuture.completedFuture(next);
    }

    @Override
    public void atRest() {
        // Whoever is needed has been there before.
    }

    @Override
    public void giveBack(Keeper keeper) {
        if (waiting.size() < MOST) {
            waiting.push(keeper);
        } else {
            keeper.close();
        }
    }
}
