// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.wire.RawClient;

/** Where a runtime can stand, by AWS's names, and how it comes there. */
enum Moment {
    STARTED,
    INIT_ERROR,
    READY,
    RUNNING,
    RESPONDING,
    RESPONSE_SENT;

    /** Brings the first runtime of a scene there; gives the id of the invocation, or one that nobody has. */
    String come(RuntimePeer runtime) {
        switch (this) {
            case INIT_ERROR -> runtime.failInit("{}");
            case READY -> runtime.next();
            case RUNNING -> {
                return runtime.takes("{}").requestId();
            }
            case RESPONDING -> {
                String requestId = runtime.takes("{}").requestId();
                beginToRespond(runtime, requestId);
                return requestId;
            }
            case RESPONSE_SENT -> {
                String requestId = runtime.takes("{}").requestId();
                runtime.respond(requestId, "{}");
                return requestId;
            }
            default -> {}
        }
        return "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
    }

    private static void beginToRespond(RuntimePeer runtime, String requestId) {
        String head = RawClient.head("POST", RuntimePeer.response(requestId), "Content-Length: 4");
        Poll response = runtime.scene().keep(new Poll(runtime.connect()));
        response.client().send(head + "\r\n\"1");
        runtime.scene().await(Received.class, call -> call.endpoint() == Endpoint.RUNTIME_RESPONSE);
    }
}
