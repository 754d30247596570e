// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.SimulatorOptions;
import java.io.IOException;

/** A simulator whose runtime is an outsider: it neither reads what that writes nor freezes it, so what is left is the protocol. */
final class AttachedEcho implements AutoCloseable {

    private final Echo echo;
    private final Outsider runtime;

    AttachedEcho(SimulatorOptions options, Bootstrap.Program program) throws IOException {
        Attached seats = Bootstrap.attached();
        echo = new Echo(options, seats);
        echo.simulator().initialize(1);
        runtime = Outsider.start(program, seats.awaitLaunch(Guest.PATIENCE).variables());
    }

    Echo echo() {
        return echo;
    }

    @Override
    public void close() {
        echo.close();
        runtime.close();
    }
}
