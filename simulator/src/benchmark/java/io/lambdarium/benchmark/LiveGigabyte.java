// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Isolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with a live heap of so many megabytes that starts processes, and prints how long that takes it. */
final class LiveGigabyte {

    private static final int MEGABYTE = 1 << 20;

    private LiveGigabyte() {}

    /** The arguments: megabytes, and the program. */
    public static void main(String[] arguments) throws Exception {
        List<byte[]> live = new ArrayList<>();
        for (int i = Integer.parseInt(arguments[0]); i > 0; i--) {
            live.add(new byte[MEGABYTE]);
        }
        Side simulated = FirstNext.simulated(Path.of(arguments[1]), Isolation.GROUPS);
        Rounds.atOnce(40, 3, simulated);
        System.out.println(Rounds.atOnce(21, 3, simulated).micros(simulated));
        System.exit(live.isEmpty() ? 1 : 0);
    }
}
