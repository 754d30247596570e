// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.SimulatorOptions;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What real processes cost: to start, to freeze and thaw, and AWS's own runtime. */
final class Subprocesses {

    private static final int ROUNDS = 15;
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

    private static void freeze(Findings findings, Path program) throws Exception {
        SimulatorOptions options = SimulatorOptions.defaults().journalLimit(1_000);
        Bootstrap bootstrap = Bootstrap.process(program);
        try (Echo freezing = new Echo(options, bootstrap);
                Echo running = new Echo(options.freezing(false), bootstrap)) {
            Side frozen = Side.of("frozen between", () -> freezing.greet(EVENT));
            Side awake = Side.of("running all the time", () -> running.greet(EVENT));
            Rounds rounds = Rounds.of(ROUNDS, 500, frozen, awake);
            findings.note("invocation of a process: " + rounds.micros());
            findings.found(Goal.FREEZE, rounds.ratio(frozen, awake));
        }
    }

    private static void client(Findings findings) throws Exception {
        Bootstrap.Program program = Bootstrap.javaHandler(EchoHandler.class);
        SimulatorOptions options =
                SimulatorOptions.defaults().journalLimit(1_000).freezing(false);
        try (RawSimulator rawSimulator = new RawSimulator(address -> start(program, address));
                Echo echo = new Echo(options, program)) {
            Side raw = Side.of("client, raw-socket simulator", () -> rawSimulator.invoke(EVENT));
            Side simulator = Side.of("client, simulator", () -> echo.invoke(Payload.of(EVENT)));
            Rounds rounds = Rounds.of(ROUNDS, 500, raw, simulator);
            findings.note(rounds.micros());
            findings.found(Goal.CLIENT, rounds.ratio(simulator, raw));
        }
    }

    private static Closeable start(Bootstrap.Program program, String address) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.program()));
        command.addAll(program.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(program.variables());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", address);
        builder.environment().put("_HANDLER", EchoHandler.class.getName());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "echo");
        Process process = builder.start();
        return process::destroyForcibly;
    }
}
