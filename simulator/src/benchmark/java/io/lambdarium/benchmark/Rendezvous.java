// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where a caller and a runtime meet in a floor: whoever comes first waits for the other. There is one of each. */
final class Rendezvous<C> {

    /** Gives an event to a call that waits. */
    interface Delivery<C> {
        void deliver(C call, byte[] event) throws IOException;
    }

    private final Delivery<C> delivery;
    private @Nullable C parked;
    private byte @Nullable [] queued;
    private CompletableFuture<byte[]> answer = new CompletableFuture<>();

    Rendezvous(Delivery<C> delivery) {
        this.delivery = delivery;
    }

    /** Invokes, and waits for the answer. */
    byte[] invoke(byte[] event) throws IOException {
        CompletableFuture<byte[]> mine = new CompletableFuture<>();
        C waiting;
        synchronized (this) {
            answer = mine;
            waiting = parked;
            parked = null;
            queued = waiting == null ? event : null;
        }
        if (waiting != null) {
            delivery.deliver(waiting, event);
        }
        return mine.join();
    }

    /** The runtime asks for an event. */
    void park(C call) throws IOException {
        byte[] event;
        synchronized (this) {
            event = queued;
            queued = null;
            parked = event == null ? call : null;
        }
        if (event != null) {
            delivery.deliver(call, event);
        }
    }

    /** The runtime has answered. */
    void answer(byte[] body) {
        current().complete(body);
    }

    private synchronized CompletableFuture<byte[]> current() {
        return answer;
    }
}
