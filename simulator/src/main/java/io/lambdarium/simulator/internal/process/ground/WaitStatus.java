// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;

/** How a process ended, as {@code wait(2)} has it: so 137 is an exit status, and SIGKILL a signal. */
final class WaitStatus {

    private static final int SIGNAL = 0x7F;

    private WaitStatus() {}

    static Exit exit(int status) {
        int signal = status & SIGNAL;
        return signal == 0
                ? Exit.status(status >> 8 & 0xFF)
                : Signal.numbered(signal)
                        .map(Exit::by)
                        .orElseGet(() -> Exit.status(128 + signal).detail("killed by signal " + signal));
    }
}
