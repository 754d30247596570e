// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.Simulator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** What one invocation costs. */
final class Latency {

    private static final int ROUNDS = 21;

    private Latency() {}

    static void measure(Findings findings) throws Exception {
        try (RawServer rawServer = new RawServer();
                BareServer bareServer = BareServer.shared();
                RawClient raw = new RawClient(rawServer.address());
                RawClient bare = new RawClient(bareServer.address())) {
            again(findings, raw, bare);
            parked(findings, bare);
        }
        payload(findings, Goal.INVOKE_100_KB, 100_000, 300);
        payload(findings, Goal.INVOKE_6_MB, 6_000_000, 15);
    }

    /**
     * The caller has its result before the runtime is back, and its next invocation waits for that. Whether the run is valid is
     * found out in the same rounds: it is these that must not be disturbed.
     */
    private static void again(Findings findings, RawClient rawClient, RawClient bare) throws Exception {
        byte[] event = Event.of(128);
        try (RawSimulator rawSimulator = new RawSimulator();
                UndertowSimulator undertowSimulator = new UndertowSimulator();
                Echo echo = new Echo()) {
            Side twoRaw = Side.of("two raw requests", rawClient::twoRequests);
            Side twoRequests = Side.of("two bare requests", bare::twoRequests);
            Side raw = Side.of("raw-socket simulator", () -> rawSimulator.invoke(event));
            Side undertow = Side.of("Undertow alone", () -> undertowSimulator.invoke(event));
            Side simulator = Side.of("simulator", () -> echo.invoke(Payload.of(event)));
            Rounds rounds = Rounds.of(ROUNDS, 2000, twoRaw, twoRequests, raw, undertow, simulator);
            findings.note("invoke again at once: " + rounds.micros());
            findings.found(Goal.VALID, rounds.ratio(twoRequests, twoRaw));
            findings.found(Goal.INVOKE, rounds.ratio(simulator, twoRequests), rounds.ratio(undertow, twoRequests));
            findings.found(Goal.INVOKE_RAW, rounds.ratio(simulator, raw), rounds.ratio(undertow, raw));
        }
    }

    private static void parked(Findings findings, RawClient bare) throws Exception {
        byte[] event = Event.of(128);
        try (RawSimulator rawSimulator = new RawSimulator();
                UndertowSimulator undertowSimulator = new UndertowSimulator();
                Echo echo = new Echo()) {
            AtomicReference<Optional<Invocation>> last = new AtomicReference<>(Optional.empty());
            Side twoRequests = Side.of("two bare requests", bare::twoRequests);
            Side raw = new Side("raw-socket simulator", () -> rawSimulator.invoke(event), Latency::letRuntimePark);
            Side undertow = new Side("Undertow alone", () -> undertowSimulator.invoke(event), Latency::letRuntimePark);
            Side simulator = new Side("simulator", () -> last.set(Optional.of(invoke(echo.simulator(), event))), () -> {
                last.get().ifPresent(Invocation::awaitReport);
                letRuntimePark();
            });
            Rounds rounds = Rounds.of(ROUNDS, 2000, twoRequests, raw, undertow, simulator);
            findings.note("invoke while the runtime waits: " + rounds.micros());
            findings.found(
                    Goal.INVOKE_PARKED, rounds.ratio(simulator, twoRequests), rounds.ratio(undertow, twoRequests));
        }
    }

    private static Invocation invoke(Simulator simulator, byte[] event) {
        Invocation invocation = simulator.invoke(Payload.of(event));
        invocation.await();
        return invocation;
    }

    /** Long enough for a thread to come back and wait; spinning would keep it from the one core. */
    private static void letRuntimePark() {
        LockSupport.parkNanos(30_000);
    }

    private static void payload(Findings findings, Goal goal, int size, int operations) throws Exception {
        byte[] event = Event.of(size);
        try (RawSimulator rawSimulator = new RawSimulator();
                UndertowSimulator undertowSimulator = new UndertowSimulator();
                Echo echo = new Echo()) {
            Side raw = Side.of("raw-socket simulator", () -> rawSimulator.invoke(event));
            Side undertow = Side.of("Undertow alone", () -> undertowSimulator.invoke(event));
            Side simulator = Side.of("simulator", () -> echo.invoke(Payload.of(event)));
            Rounds rounds = Rounds.of(ROUNDS, operations, raw, undertow, simulator);
            findings.note(size + " bytes: " + rounds.micros());
            findings.found(goal, rounds.ratio(simulator, raw), rounds.ratio(undertow, raw));
        }
    }
}
