// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A program that somebody could still write, so that the system does not execute it.
 *
 * <p>Who has just written it has closed it. But a process that was started meanwhile, by another test as a rule, has inherited
 * it until it executes something itself.
 */
final class BusyProgram {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private BusyProgram() {}

    /**
     * Starts it as soon as it can be executed. Java cannot be told when a file is closed, so this tries again, which takes as
     * long as the other process needs.
     */
    static Process start(ProcessBuilder builder) throws IOException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return Writing.interruptedBy(builder::start);
            } catch (IOException e) {
                if (!isBusy(e) || System.nanoTime() - begin > PATIENCE) {
                    throw e;
                }
            }
        }
    }

    private static boolean isBusy(IOException failure) {
        return SystemError.in(failure)
                .filter(error -> error.number() == SystemError.TEXT_FILE_BUSY)
                .isPresent();
    }
}
