// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.SimulatorOptions;
import java.io.IOException;

/** The simulator and the floors it is compared with, all of them ready. */
final class Contenders implements AutoCloseable {

    private final BareServer server = BareServer.shared();
    private final RawClient bare = new RawClient(server.address());
    private final RawSimulator raw = new RawSimulator();
    private final UndertowSimulator undertow = new UndertowSimulator();
    private final Echo echo = new Echo(SimulatorOptions.defaults().journalLimit(100_000));

    Contenders() throws IOException {}

    RawClient bare() {
        return bare;
    }

    RawSimulator raw() {
        return raw;
    }

    UndertowSimulator undertow() {
        return undertow;
    }

    Echo echo() {
        return echo;
    }

    @Override
    public void close() throws IOException {
        echo.close();
        undertow.close();
        raw.close();
        bare.close();
        server.close();
    }
}
