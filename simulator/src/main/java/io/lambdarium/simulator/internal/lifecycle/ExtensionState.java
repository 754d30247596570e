// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

/** Where an extension stands. The names are AWS's; they occur in the texts of refusals. */
enum ExtensionState {
    /** Launched, but not registered. */
    STARTED("Started"),
    /** Registered, but it has not asked for an event. */
    REGISTERED("Registered"),
    /** It asked for an event and waits. */
    READY("Ready"),
    /** It has an event. */
    RUNNING("Running"),
    /** It said that it could not initialize. */
    INIT_ERROR("InitError"),
    /** It said that it is about to exit because of an error. */
    EXIT_ERROR("ExitError"),
    /** Its process is gone, with status 0 or outside a shutdown. */
    EXITED("Exited"),
    /** Its process is gone after SHUTDOWN, but not with status 0. */
    SHUTDOWN_FAILED("ShutdownFailed");

    private final String wireName;

    ExtensionState(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** Whether its process is there. */
    boolean isAlive() {
        return this != EXITED && this != SHUTDOWN_FAILED;
    }

    /** Whether it ever registered, as far as the state tells. */
    boolean isRegistered() {
        return this != STARTED;
    }
}
