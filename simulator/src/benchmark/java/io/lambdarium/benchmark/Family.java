// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Goals that are measured in one JVM. */
enum Family {
    LATENCY(Latency::measure),
    THROUGHPUT(Throughput::measure),
    LIVES(Lives::measure),
    ENDS(Ends::measure),
    LEAKS(Leaks::measure),
    HEAP(Heap::measure),
    COLD(Cold::measure),
    PROCESSES(Subprocesses::measure);

    /** Measures, and says what it has found. */
    interface Measuring {
        void measure(Findings findings) throws Exception;
    }

    private final Measuring measuring;

    Family(Measuring measuring) {
        this.measuring = measuring;
    }

    /** Measures one family in this JVM. */
    public static void main(String[] names) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        for (String name : List.of(names)) {
            valueOf(name).measuring.measure(new Findings(System.out));
        }
        System.exit(0);
    }
}
