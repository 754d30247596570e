// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.soak.RawConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long a process takes from the decision to start it until it asks for its first event. */
final class FirstNext {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private FirstNext() {}

    /** The floor: nothing is prepared, watched or isolated. */
    static Side raw(Path program) {
        List<Process> processes = new ArrayList<>();
        return new Side(
                "ProcessBuilder + raw ServerSocket", () -> processes.add(startRaw(program)), () -> end(processes));
    }

    private static Process startRaw(Path program) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessBuilder builder = new ProcessBuilder(program.toString());
            builder.environment().clear();
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getLocalPort());
            Process process = builder.start();
            try (RawConnection connection = new RawConnection(server.accept())) {
                connection.read();
            }
            return process;
        }
    }

    private static void end(List<Process> processes) throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        processes.clear();
    }

    /** The simulator is there and the function is deployed. */
    static Side simulated(Path program, Isolation level) {
        List<Simulator> simulators = new ArrayList<>();
        SimulatorOptions options = SimulatorOptions.defaults().isolation(level);
        return new Side("simulator in " + level, () -> startSimulated(simulators.get(0)), () -> {
            simulators.forEach(Simulator::close);
            simulators.clear();
            simulators.add(Echo.deployed(options, Bootstrap.process(program)));
        });
    }

    private static void startSimulated(Simulator simulator) {
        simulator.initialize(1);
        simulator
                .journal()
                .await(
                        journal -> Optional.of(journal.events(Received.class))
                                .filter(calls ->
                                        calls.stream().anyMatch(call -> call.endpoint() == Endpoint.RUNTIME_NEXT)),
                        PATIENCE)
                .orElseThrow(() -> new IllegalStateException("No first /next:\n" + simulator.timeline()));
    }
}
