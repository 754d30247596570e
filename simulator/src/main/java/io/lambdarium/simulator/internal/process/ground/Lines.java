// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.function.BiConsumer;

/**
 * Cuts what a process writes into lines.
 *
 * <p>A line that is not finished waits for its end: a rest does not cut it in two, only the end of the process does.
 */
final class Lines implements Splitter {

    private final EventText line;

    /** Tells lines, and how many bytes they had. */
    Lines(BiConsumer<String, Integer> tell) {
        this.line = new EventText(tell);
    }

    @Override
    public void add(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                line.add(bytes, start, i);
                line.finish();
                start = i + 1;
            }
        }
        line.add(bytes, start, to);
    }

    @Override
    public void end() {
        if (line.isBegun()) {
            line.finish();
        }
    }
}
