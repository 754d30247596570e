// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.soak.LiveHeap;
import io.lambdarium.simulator.soak.RawConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the simulator keeps in memory. */
final class Heap {

    private static final int SIZE = 128;
    private static final int WARM_UP = 200;

    private Heap() {}

    static void measure(Findings findings) throws Exception {
        findings.found(Goal.PARKED_HEAP, heapOfParkedCalls(1_000));
        findings.found(
                Goal.KEPT, heapOfInvocations(20_000, SimulatorOptions.defaults().journalLimit(1_000)));
        findings.found(Goal.RETAINED, heapOfInvocations(20_000, SimulatorOptions.defaults()));
        findings.found(Goal.UNRETAINED, growth(50_000));
    }

    /** Our own ends of the connections live in the same heap; what they take is measured first. */
    private static double heapOfParkedCalls(int calls) throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, calls + WARM_UP, InetAddress.getLoopbackAddress())) {
            double ours = heapOfConnections(calls, () -> RawConnection.to("127.0.0.1:" + deaf.getLocalPort()));
            try (Guest guest = new Guest()) {
                AtomicInteger asked = new AtomicInteger();
                return heapOfConnections(calls, () -> parked(guest, asked.incrementAndGet())) - ours;
            }
        }
    }

    private static RawConnection parked(Guest guest, int call) throws Exception {
        RawConnection connection = guest.connect();
        guest.askForNext(connection);
        guest.awaitParked(call);
        return connection;
    }

    private interface Connecting {
        RawConnection connect() throws Exception;
    }

    private static double heapOfConnections(int count, Connecting connecting) throws Exception {
        List<RawConnection> connections = new ArrayList<>();
        // pools of buffers fill first
        for (int i = 0; i < WARM_UP; i++) {
            connections.add(connecting.connect());
        }
        long before = LiveHeap.bytes();
        for (int i = 0; i < count; i++) {
            connections.add(connecting.connect());
        }
        long after = LiveHeap.bytes() - before;
        for (RawConnection connection : connections) {
            connection.close();
        }
        return (double) after / count;
    }

    private static double heapOfInvocations(int count, SimulatorOptions options) throws Exception {
        try (Echo echo = new Echo(options)) {
            invoke(echo, 1_000);
            List<Invocation> kept = new ArrayList<>(count);
            long before = LiveHeap.bytes();
            for (int i = 0; i < count; i++) {
                kept.add(echo.invokeAndSettle(Payload.of(Event.of(SIZE))));
            }
            double each = (double) (LiveHeap.bytes() - before) / kept.size();
            return each - 2 * SIZE;
        }
    }

    private static double growth(int count) throws Exception {
        try (Echo echo = new Echo(SimulatorOptions.defaults().journalLimit(1_000))) {
            invoke(echo, 5_000);
            long before = LiveHeap.bytes();
            invoke(echo, count);
            return (double) (LiveHeap.bytes() - before) / count;
        }
    }

    private static void invoke(Echo echo, int times) {
        for (int i = 0; i < times; i++) {
            echo.invokeAndSettle(Payload.of(Event.of(SIZE)));
        }
    }
}
