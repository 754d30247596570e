// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

/**
 * How much is kept of what the processes of one initialization write: a flood must not fill the memory of the JVM that tests.
 *
 * <p>It is used by one thread at a time.
 */
final class OutputLimit {

    /** Ours; Lambda has no such limit. */
    static final long KEPT = 16L << 20;

    /** What a line takes in a journal beside its text, about. */
    private static final int LINE = 128;

    private long room;
    private long kept;
    private boolean told;

    OutputLimit() {
        this(KEPT);
    }

    OutputLimit(long room) {
        this.room = room;
    }

    /** Whether there is room for a line of that many bytes; once there is none, there is none for any. */
    boolean takes(int bytes) {
        room = room < bytes + LINE ? 0 : room - bytes - LINE;
        kept += room == 0 ? 0 : bytes;
        return room > 0;
    }

    boolean isExhausted() {
        return room == 0;
    }

    /** How many bytes were kept. */
    long kept() {
        return kept;
    }

    /** True once: that something is dropped is told once. */
    boolean isToBeTold() {
        boolean first = isExhausted() && !told;
        told |= first;
        return first;
    }
}
