// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Stream;

/** Hears what becomes of the processes of a ground, in the order in which it happened. */
public interface Listener {

    /** It never became a process; the reason has Go's words. */
    void launchFailed(int number, Cause cause, String reason);

    /** It wrote a line, or a frame. */
    void wrote(int number, Stream stream, String text);

    /** It wrote more than is kept, and nothing more is kept until the next initialization. */
    void dropped(int number, long kept);

    /** It exited; all that it wrote has been told. */
    void exited(int number, Exit exit);

    /** The environment used more memory than it has, and this process or a child of it was killed. */
    void ranOutOfMemory(int number, boolean child, long bytes);

    /** The environment uses more memory than ever before. */
    void used(long bytes);

    /** All that was written before the order to rest has been told. */
    void rested(boolean frozen);

    /** What a launch failed for. */
    enum Cause {
        /** The directory where it was to begin. */
        DIRECTORY,
        /** The program, or what it takes to execute it. */
        PROGRAM
    }
}
