// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.Signal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where the real processes of one environment live. Nothing here waits; orders are carried out in their order. */
public interface Ground {

    /** What {@code /tmp} is on this machine, if paths are not real here. */
    Optional<Path> tmp();

    /** Launches a process; what becomes of it is told to the listener. */
    void launch(Launch launch);

    /** Sends a signal to the process and whoever is in its group; nothing happens if it is gone. */
    void signal(int number, Signal signal);

    /** Reads what has been written so far, and freezes all processes if asked; then that is told. */
    void rest(boolean freeze);

    /** Lets frozen processes run again. */
    void thaw();

    /** Kills whatever is left; files stay. */
    void empty();

    /** Kills whatever is left, and removes all files; what happens from now on is not told. */
    void end();

    /** Done when nothing is left. */
    CompletableFuture<Void> ended();

    /** Whether it ended by itself, so that nothing can be launched here any more. */
    boolean isBroken();

    /** Ends it without ceremony, if it does not end otherwise. */
    void destroy();
}
