// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import java.util.Map;

/** The participants' processes, as the engine sees them. Nothing here waits for a process. */
public interface Processes {

    /** What becomes of the processes of that function's environments when everyone waits. */
    AtRest atRest(LambdaFunction function);

    /** Starts the participant's process; its end comes back as an input. */
    void launch(EnvironmentId environment, LambdaFunction function, Launched launched, Map<String, String> variables);

    /** Sends a signal. SIGKILL always brings an end back, at once if the process cannot be killed. */
    void signal(EnvironmentId environment, Signalled signalled);

    /**
     * Reads what the environment's processes have written so far, and freezes them if asked; then that is said by {@code
     * Input.Rested}. What is said of an environment's processes is said in the order in which it happened.
     */
    void rest(EnvironmentId environment, boolean freeze);

    /** Lets frozen processes run again. Nothing happens if they are not frozen; no earlier order to freeze can come later. */
    void thaw(EnvironmentId environment);

    /** The environment is reset: nothing of its processes is left, but its files stay. */
    void empty(EnvironmentId environment);

    /** The environment is no more: nothing of its processes and files is left. */
    void end(EnvironmentId environment);

    /** Whether somebody who was killed in that environment may still be running, and so still knows its address. */
    boolean hasSurvivors(EnvironmentId environment);
}
