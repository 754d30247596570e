// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.soak.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A simulator whose runtime is played by the benchmark, over as many connections as it likes. */
final class Guest implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Simulator simulator;
    private final String address;
    private final byte[] next;

    Guest() {
        Attached runtime = Bootstrap.attached();
        simulator = Echo.deployed(SimulatorOptions.defaults(), runtime);
        simulator.initialize(1);
        address = runtime.awaitLaunch(PATIENCE).address();
        next = ("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: " + address + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    Simulator simulator() {
        return simulator;
    }

    RawConnection connect() throws IOException {
        return RawConnection.to(address);
    }

    void askForNext(RawConnection connection) throws IOException {
        connection.send(next, new byte[0]);
    }

    /** Returns when the simulator holds that many calls that wait, or have. */
    void awaitParked(int calls) {
        await(CallEvent.Parked.class, calls);
    }

    void await(Class<? extends Event> type, int count) {
        simulator
                .journal()
                .await(journal -> Optional.of(journal.events(type)).filter(events -> events.size() >= count), PATIENCE)
                .orElseThrow(() -> new IllegalStateException(
                        "Waited " + PATIENCE + " for " + count + " times " + type.getSimpleName() + "."));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
