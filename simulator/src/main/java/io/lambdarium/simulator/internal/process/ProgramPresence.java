// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.process.ground.Ground;
import io.lambdarium.simulator.internal.process.ground.Launch;

/** A participant that is a real process. */
record ProgramPresence(Ground ground, Launch launch) implements Presence {

    @Override
    public void start() {
        ground.launch(launch);
    }

    @Override
    public void signal(Signal signal) {
        ground.signal(launch.number(), signal);
    }
}
