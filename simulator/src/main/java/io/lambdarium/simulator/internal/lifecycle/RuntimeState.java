// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

/** Where the runtime stands. The names are AWS's; they occur in the texts of refusals. */
enum RuntimeState {
    /** Not launched: external extensions have yet to register, or there are no processes at all. */
    ABSENT("NotStarted"),
    /** Launched, initializing. */
    STARTED("Started"),
    /** It said that it could not initialize. */
    INIT_ERROR("InitError"),
    /** It asked for the next invocation and waits. */
    READY("Ready"),
    /** It has an event. */
    RUNNING("Running"),
    /** Its response is being received. */
    RESPONDING("InvocationResponse"),
    /** Its error is being received. */
    REPORTING("InvocationErrorResponse"),
    /** Its response or its error is in, but it has not asked for the next invocation. */
    RESPONSE_SENT("RuntimeResponseSentState"),
    /** Its process is gone. */
    EXITED("Exited");

    private final String wireName;

    RuntimeState(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** Whether its process is there. */
    boolean isAlive() {
        return this != ABSENT && this != EXITED;
    }
}
