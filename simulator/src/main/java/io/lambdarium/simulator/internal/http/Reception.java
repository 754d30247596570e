// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.internal.engine.Payloads;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;

/**
 * Where the requests of one environment arrive.
 *
 * @param inbox where what happens to them is left
 * @param calls those that wait for their answers
 * @param apis what makes calls out of requests
 * @param payloads where bodies are kept
 * @param faults what may befall a call before it is heard
 */
record Reception(EnvironmentInbox inbox, ParkedCalls calls, Apis apis, Payloads payloads, FaultGate faults)
        implements HttpHandler {

    /** Whoever parks an exchange inside a handler without a dispatch ends it; so it is dispatched, to the same thread. */
    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> receive(exchange));
    }

    private void receive(HttpServerExchange exchange) {
        Request request = Request.of(calls.number(), exchange);
        ParkedCall call = new ParkedCall(exchange, request, this);
        calls.park(request.call(), call);
        faults.admit(call);
    }
}
