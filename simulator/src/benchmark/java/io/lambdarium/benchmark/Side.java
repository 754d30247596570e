// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

/**
 * One of the things that are compared.
 *
 * @param name what the table calls it
 * @param timed what is timed
 * @param between what happens, untimed, before each time
 */
record Side(String name, Operation timed, Operation between) {

    /** Something that is done over and over. */
    interface Operation {
        void run() throws Exception;
    }

    /** One that is repeated at once. */
    static Side of(String name, Operation timed) {
        return new Side(name, timed, () -> {});
    }

    long nanos() throws Exception {
        between.run();
        long before = System.nanoTime();
        timed.run();
        return System.nanoTime() - before;
    }
}
