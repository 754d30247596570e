// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.SimulatorOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What real processes cost: to start, to freeze and thaw, and AWS's own runtime. */
final class Subprocesses {

    private static final int ROUNDS = 15;
    private static final SimulatorOptions OPTIONS = SimulatorOptions.defaults().journalLimit(1_000);
    private static final byte[] EVENT = ("\"" + "a".repeat(126) + "\"").getBytes(StandardCharsets.UTF_8);

    private Subprocesses() {}

    static void measure(Findings findings) throws Exception {
        client(findings);
        Optional<Path> program = CompiledBootstrap.compiled();
        if (program.isEmpty()) {
            findings.note("P17 is not measured: there is no C compiler named cc.");
            return;
        }
        start(findings, program.get());
        heap(findings, program.get());
        freeze(findings, program.get());
    }

    private static void start(Findings findings, Path program) throws Exception {
        Side raw = FirstNext.raw(program);
        Side groups = FirstNext.simulated(program, Isolation.GROUPS);
        Side namespaces = FirstNext.simulated(program, Isolation.NAMESPACES);
        Rounds rounds = Rounds.of(ROUNDS, 7, raw, groups, namespaces);
        findings.note("subprocess until its first /next: " + rounds.micros());
        findings.found(Goal.SUBPROCESS, rounds.ratio(groups, raw));
        findings.found(Goal.GROUPS, (rounds.micros(groups) - rounds.micros(raw)) / 1000);
        findings.found(Goal.NAMESPACES, (rounds.micros(namespaces) - rounds.micros(raw)) / 1000);
    }

    /** Forking would copy the tables of a large heap; nothing here forks the JVM. */
    private static void heap(Findings findings, Path program) throws IOException {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double small = inJvm("16", program);
            ratios.add(inJvm("1024", program) / small);
        }
        findings.found(Goal.SUBPROCESS_HEAP, Rounds.median(ratios));
    }

    private static double inJvm(String megabytes, Path program) throws IOException {
        Process jvm =
                Jvm.alike(LiveGigabyte.class, megabytes, program.toString()).start();
        try (BufferedReader lines = jvm.inputReader()) {
            return Double.parseDouble(lines.readLine());
        }
    }

    /** To freeze and thaw may cost as much again as the invocation; the rest of a rest is to read what was written. */
    private static void freeze(Findings findings, Path path) throws Exception {
        Bootstrap.Program program = Bootstrap.process(path);
        try (Echo resting = new Echo(OPTIONS, program);
                Echo awake = new Echo(OPTIONS.freezing(false), program);
                AttachedEcho attached = new AttachedEcho(OPTIONS, program)) {
            Side frozen = Side.of("read and frozen between", () -> resting.greet(EVENT));
            Side read = Side.of("read between", () -> awake.greet(EVENT));
            Side floor = Side.of("attached", () -> attached.echo().greet(EVENT));
            Rounds rounds = Rounds.of(ROUNDS, 500, frozen, read, floor);
            findings.note("invocation of a process: " + rounds.micros());
            findings.found(Goal.FREEZE, rounds.ratio(frozen, read));
            findings.found(Goal.REST, rounds.ratio(frozen, floor));
        }
    }

    /** As an outsider on either side: what it takes to read what a process writes and to freeze it has a goal of its own. */
    private static void client(Findings findings) throws Exception {
        Bootstrap.Program program = Bootstrap.javaHandler(EchoHandler.class);
        RawSimulator.Starting client = address -> Outsider.start(program, rawVariables(address));
        try (RawSimulator rawSimulator = new RawSimulator(client);
                UndertowSimulator undertowSimulator = new UndertowSimulator(client);
                AttachedEcho attached = new AttachedEcho(OPTIONS, program)) {
            Side raw = Side.of("raw-socket simulator", () -> rawSimulator.invoke(EVENT));
            Side undertow = Side.of("Undertow alone", () -> undertowSimulator.invoke(EVENT));
            Side simulator = Side.of("simulator", () -> attached.echo().invoke(Payload.of(EVENT)));
            Rounds rounds = Rounds.of(ROUNDS, 500, raw, undertow, simulator);
            findings.note("AWS's client: " + rounds.micros());
            findings.found(Goal.CLIENT, rounds.ratio(simulator, raw), rounds.ratio(undertow, raw));
        }
    }

    private static Map<String, String> rawVariables(String address) {
        return Map.of(
                "AWS_LAMBDA_RUNTIME_API",
                address,
                "_HANDLER",
                EchoHandler.class.getName(),
                "AWS_LAMBDA_FUNCTION_NAME",
                "echo");
    }
}
