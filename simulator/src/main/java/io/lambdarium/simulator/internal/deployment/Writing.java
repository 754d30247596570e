// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Keeps the writing of programs and the start of processes apart: in one JVM, there is either the one or the other.
 *
 * <p>A process that is being started has inherited what its parent has open, for a millisecond or two, until it executes
 * something itself. A program that was being written just then could not be executed before that was over: to the system it is a
 * busy text file.
 */
public final class Writing {

    private static final int EVERYBODY = Integer.MAX_VALUE;
    private static final Semaphore TURN = new Semaphore(EVERYBODY, true);

    private Writing() {}

    /** What writes a program. */
    interface Action {
        void run() throws IOException;
    }

    /** What starts a process, and returns when that has executed its program: so it has nothing of ours any more. */
    public interface Start<T> {

        /** Starts it. */
        T start() throws IOException;
    }

    /** Writes while nobody starts. Several may write at once, but nobody twice: who starts may be waiting in between. */
    static void of(Action action) throws IOException {
        TURN.acquireUninterruptibly();
        try {
            action.run();
        } finally {
            TURN.release();
        }
    }

    /** Starts a process while nobody writes. */
    public static <T> T interruptedBy(Start<T> process) throws IOException {
        TURN.acquireUninterruptibly(EVERYBODY);
        try {
            return process.start();
        } finally {
            TURN.release(EVERYBODY);
        }
    }
}
