// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Payload;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a fresh JVM does; it prints how long that took, and when it was ready to exit. */
enum FirstTime {
    NOTHING(() -> {}),
    BARE(FirstTime::bare),
    SIMULATOR(FirstTime::simulator);

    private final Side.Operation operation;

    FirstTime(Side.Operation operation) {
        this.operation = operation;
    }

    /** Does one of them. */
    public static void main(String[] names) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.out.println(Side.of(names[0], valueOf(names[0]).operation).nanos() / 1e6);
        System.out.println(System.currentTimeMillis());
    }

    private static void bare() throws Exception {
        try (BareServer server = BareServer.shared();
                RawClient client = new RawClient(server.address())) {
            client.request();
        }
    }

    private static void simulator() {
        try (Echo echo = new Echo()) {
            echo.invoke(Payload.of("{}"));
        }
    }
}
