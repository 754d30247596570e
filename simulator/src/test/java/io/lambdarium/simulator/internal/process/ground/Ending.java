// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Has a keeper in order to see it end. */
record Ending(CompletableFuture<Keeper.End> end) implements Keeper.Owner {

    /** Waits for the end of that one. */
    static Keeper.End of(Keeper keeper) throws Exception {
        Ending ending = new Ending(new CompletableFuture<>());
        keeper.belongTo(ending);
        return ending.end.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void hear(Report report) {}

    @Override
    public void lose(Keeper.End how) {
        end.complete(how);
    }
}
