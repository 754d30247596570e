// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.event.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The calls of one simulator that wait for their answers. */
final class ParkedCalls {

    private final AtomicLong received = new AtomicLong();
    private final Map<CallId, ParkedCall> waiting = new ConcurrentHashMap<>();

    /** The number of a call that arrives now. */
    CallId number() {
        return new CallId(received.incrementAndGet());
    }

    void park(CallId call, ParkedCall parked) {
        waiting.put(call, parked);
    }

    Optional<ParkedCall> find(CallId call) {
        return Optional.ofNullable(waiting.get(call));
    }

    void leave(CallId call) {
        waiting.remove(call);
    }
}
