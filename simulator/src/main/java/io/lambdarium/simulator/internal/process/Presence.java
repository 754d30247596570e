// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.event.Signal;

/** A participant that was launched, as far as it can be acted on; what becomes of it is told to a {@link Watch}. */
interface Presence {

    /** Begins; called once. */
    void start();

    /** Sends it a signal; nothing happens if it has ended. */
    void signal(Signal signal);
}
