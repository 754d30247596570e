// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import java.util.Map;

/** The participants' processes, as the engine sees them. Nothing here waits for a process. */
public interface Processes {

    /** Starts the participant's process; its end comes back as an input. */
    void launch(EnvironmentId environment, LambdaFunction function, Launched launched, Map<String, String> variables);

    /** Sends a signal. SIGKILL always brings an end back, at once if the process cannot be killed. */
    void signal(EnvironmentId environment, Signalled signalled);

    /** Whether somebody who was killed in that environment may still be running, and so still knows its address. */
    boolean hasSurvivors(EnvironmentId environment);
}
