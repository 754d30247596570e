// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.time.Duration;

/** Where every other thread leaves what happened. Nothing here blocks; all of it may be called from any thread. */
public interface Inbox {

    /** Leaves an input for an environment. Inputs of one thread are taken in their order. */
    void put(EnvironmentId environment, Input input);

    /** Leaves two inputs that came at once: nothing comes between them, and they are worked on together. */
    default void put(EnvironmentId environment, Input first, Input second) {
        put(environment, first);
        put(environment, second);
    }

    /** Runs the action when the simulator's clock, real or virtual, has moved on by that much. It must not block. */
    void later(Duration by, Runnable action);
}
