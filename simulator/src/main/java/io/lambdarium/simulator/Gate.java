// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apiguardian.api.API;

/**
 * Holds participants, or calls, until the test opens it.
 *
 * <p>It opens once and stays open. Gates make races deterministic: what must happen first happens before {@link #open()}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Gate {

    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();

    /** Lets everyone through, now and later. */
    public void open() {
        opened.complete(true);
    }

    /** Whether it is open. */
    public boolean isOpen() {
        return opened.isDone();
    }

    /** Waits until it is open. */
    public void pass() throws InterruptedException {
        try {
            opened.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a gate never fails", e);
        }
    }

    /** Runs the action when the gate opens, on the thread that opens it; at once if it is open. */
    public void whenOpen(Runnable action) {
        CompletableFuture<Void> ran = opened.thenRun(action);
        if (ran.isCompletedExceptionally()) {
            ran.join();
        }
    }
}
