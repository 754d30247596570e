// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;

/** What it costs to have a simulator of one's own for each test. */
final class Lives {

    private static final int ROUNDS = 21;
    private static final byte[] EVENT = Event.of(128);

    private Lives() {}

    static void measure(Findings findings) throws Exception {
        serveAWhile();
        startAndStop(findings);
        wholeLife(findings);
    }

    /** As in a suite that has been running for a while: what serves a request has been compiled. */
    private static void serveAWhile() throws Exception {
        try (Contenders all = new Contenders()) {
            Side bare = Side.of("bare", all.bare()::twoRequests);
            Side raw = Side.of("raw-socket simulator", () -> all.raw().invoke(EVENT));
            Side undertow = Side.of("Undertow alone", () -> all.undertow().invoke(EVENT));
            Side simulator = Side.of("simulator", () -> all.echo().invoke(Payload.of(EVENT)));
            Rounds.warmUp(2000, bare, raw, undertow, simulator);
        }
    }

    /** Nothing listens before an environment is started, so one is. */
    private static void startAndStop(Findings findings) throws Exception {
        Side bare = Side.of("bare", () -> BareServer.shared().close());
        Side defaults = Side.of("defaults", () -> BareServer.defaults().close());
        Side simulator = Side.of("simulator", () -> listening().close());
        Rounds rounds = Rounds.of(ROUNDS, 200, bare, defaults, simulator);
        findings.note("start and stop: " + rounds.micros());
        findings.found(Goal.START_STOP, rounds.ratio(simulator, bare));
        findings.found(Goal.START_STOP_DEFAULTS, rounds.ratio(simulator, defaults));
    }

    private static Simulator listening() {
        Simulator simulator = Echo.deployed(SimulatorOptions.defaults(), Bootstrap.attached());
        simulator.initialize(1);
        return simulator;
    }

    /** Each leaves a port behind that the system keeps for a minute: who runs too many of them measures the search for ports. */
    private static void wholeLife(Findings findings) throws Exception {
        Side bare = Side.of("bare", Lives::bareLife);
        Side raw = Side.of("raw-socket simulator", Lives::rawLife);
        Side undertow = Side.of("Undertow alone", Lives::undertowLife);
        Side simulator = Side.of("simulator", Lives::life);
        Rounds.atOnce(10, 150, bare, raw, undertow, simulator);
        Rounds rounds = Rounds.atOnce(ROUNDS, 75, bare, raw, undertow, simulator);
        findings.note("start, invoke, stop: " + rounds.micros());
        findings.found(Goal.LIFE, rounds.ratio(simulator, bare), rounds.ratio(undertow, bare));
        findings.found(Goal.LIFE_RAW, rounds.ratio(simulator, raw), rounds.ratio(undertow, raw));
    }

    private static void bareLife() throws Exception {
        try (BareServer server = BareServer.shared();
                RawClient client = new RawClient(server.address())) {
            client.twoRequests();
        }
    }

    private static void rawLife() throws Exception {
        try (RawSimulator simulator = new RawSimulator()) {
            simulator.invoke(EVENT);
        }
    }

    private static void undertowLife() throws Exception {
        try (UndertowSimulator simulator = new UndertowSimulator()) {
            simulator.invoke(EVENT);
        }
    }

    private static void life() {
        try (Echo echo = new Echo()) {
            echo.invoke(Payload.of(EVENT));
        }
    }
}
