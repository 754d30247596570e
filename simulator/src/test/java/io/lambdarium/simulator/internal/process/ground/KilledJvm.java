// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.Isolation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own with a runtime and three extensions that are frozen, if they can be, and no end in sight. */
final class KilledJvm {

    private KilledJvm() {}

    public static void main(String[] arguments) throws InterruptedException {
        Isolation level = Isolation.valueOf(arguments[0]);
        String leash = arguments[1];
        Plot plot = new Plot(level, Plot.site(List.of(Path.of(leash))));
        for (int number = 1; number <= 4; number++) {
            plot.launch(number, "exec 9> " + leash + "; echo ready; " + family(level) + "wait");
            plot.ear.line();
        }
        plot.ground.rest(true);
        plot.ear.next(Heard.Rested.class);
        System.out.println("ready");
        if (arguments[2].equals("halt")) {
            Runtime.getRuntime().halt(3);
        }
        new CountDownLatch(1).await();
    }

    /** On the plain level only those survive whom nobody was told of: they are not started. */
    private static String family(Isolation level) {
        return level == Isolation.PLAIN
                ? "exec sleep 1000; "
                : "sleep 1000 & setsid sleep 1001 & (setsid sh -c 'sleep 1002 & sleep 1003' &); ";
    }
}
