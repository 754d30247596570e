// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

/** Where a runtime can stand, by AWS's names, and how it comes there. */
enum Moment {
    STARTED,
    INIT_ERROR,
    READY,
    RUNNING,
    RESPONSE_SENT;

    /** Brings the first runtime of a scene there; gives the id of the invocation, or one that nobody has. */
    String come(RuntimePeer runtime) {
        switch (this) {
            case INIT_ERROR -> runtime.failInit("{}");
            case READY -> runtime.next();
            case RUNNING -> {
                return runtime.takes("{}").requestId();
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
}
