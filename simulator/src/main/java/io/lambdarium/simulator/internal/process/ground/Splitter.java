// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

/** Makes texts of bytes, wherever they are torn. */
interface Splitter {

    /** More bytes. */
    void add(byte[] bytes, int from, int to);

    /** No more bytes: what is there is all. */
    void end();
}
