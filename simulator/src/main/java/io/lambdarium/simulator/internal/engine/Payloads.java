// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.CallId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes that travel beside the machine: events on their way to a runtime, answers on their way back. */
public final class Payloads {

    private final Map<String, Payload> requests = new ConcurrentHashMap<>();
    private final Map<CallId, Payload> answers = new ConcurrentHashMap<>();

    /** Keeps what a request asks. */
    public void keep(String requestId, Payload payload) {
        requests.put(requestId, payload);
    }

    /** What a request asks. */
    public Payload of(String requestId) {
        return requests.getOrDefault(requestId, Payload.empty());
    }

    /** Forgets what a request asks. */
    public void forget(String requestId) {
        requests.remove(requestId);
    }

    /** Keeps the body of a call, to be left before the call's input is. */
    public void keep(CallId call, Payload payload) {
        answers.put(call, payload);
    }

    /** Takes the body of a call, and keeps it no longer. */
    public Payload take(CallId call) {
        Payload payload = answers.remove(call);
        return payload == null ? Payload.empty() : payload;
    }
}
