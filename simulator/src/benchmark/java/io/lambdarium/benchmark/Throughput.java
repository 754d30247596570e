// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.Simulator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What many invocations cost. */
final class Throughput {

    private static final int ROUNDS = 15;
    private static final int PARALLEL = 16;

    private Throughput() {}

    static void measure(Findings findings) throws Exception {
        drain(findings);
        crowd(findings);
    }

    /** Lambda queues nothing in front of an environment, so what waits its turn here waits for the core. */
    private static void drain(Findings findings) throws Exception {
        int events = 500;
        try (BareServer server = BareServer.shared();
                RawClient bare = new RawClient(server.address());
                Echo echo = new Echo()) {
            Side twoRequests = Side.of("500 times two bare requests", () -> {
                for (int i = 0; i < events; i++) {
                    bare.twoRequests();
                }
            });
            Side simulator = Side.of("500 events, 8 at a time", () -> inFlight(echo.simulator(), events, 8));
            Rounds rounds = Rounds.of(ROUNDS, 3, twoRequests, simulator);
            findings.note(rounds.micros());
            findings.found(Goal.DRAIN, rounds.ratio(simulator, twoRequests));
        }
    }

    private static void inFlight(Simulator simulator, int events, int atATime) {
        Payload event = Payload.of(Event.of(128));
        Deque<Invocation> underWay = new ArrayDeque<>();
        for (int i = 0; i < events; i++) {
            underWay.add(simulator.invoke(event));
            if (underWay.size() == atATime) {
                underWay.remove().await();
            }
        }
        underWay.forEach(Invocation::await);
    }

    private static void crowd(Findings findings) throws Exception {
        byte[] event = Event.of(128);
        ExecutorService callers = Executors.newFixedThreadPool(PARALLEL);
        List<Callable<Void>> raws = new ArrayList<>();
        List<Callable<Void>> simulators = new ArrayList<>();
        List<AutoCloseable> open = new ArrayList<>();
        for (int i = 0; i < PARALLEL; i++) {
            RawSimulator raw = new RawSimulator();
            Echo echo = new Echo();
            open.addAll(List.of(raw, echo));
            raws.add(repeated(() -> raw.invoke(event)));
            simulators.add(repeated(() -> echo.invoke(Payload.of(event))));
        }
        Side raw = Side.of("16 raw-socket simulators x 100", () -> await(callers.invokeAll(raws)));
        Side simulator = Side.of("16 simulators x 100", () -> await(callers.invokeAll(simulators)));
        Rounds rounds = Rounds.of(ROUNDS, 3, raw, simulator);
        findings.note(rounds.micros());
        findings.found(Goal.CROWD, rounds.ratio(simulator, raw));
        for (AutoCloseable each : open) {
            each.close();
        }
        callers.shutdown();
    }

    private static Callable<Void> repeated(Side.Operation operation) {
        return () -> {
            for (int i = 0; i < 100; i++) {
                operation.run();
            }
            return null;
        };
    }

    private static void await(List<Future<Void>> all) throws Exception {
        for (Future<Void> each : all) {
            each.get();
        }
    }
}
