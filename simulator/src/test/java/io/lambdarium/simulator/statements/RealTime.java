// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.IOException;
import java.time.Duration;

/** Time that really passes: what freezes real processes stops no clock, and no event tells that nothing happened. */
final class RealTime {

    private RealTime() {}

    /** Returns when that time has passed: when a process of this machine exits that does nothing but wait for it. */
    static void passes(Duration time) throws IOException, InterruptedException {
        Writing.interruptedBy(new ProcessBuilder("sleep", time.toMillis() / 1000.0 + "")::start)
                .waitFor();
    }
}
