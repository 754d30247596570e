// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Bootstrap;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that the benchmark has started itself: what it writes goes nowhere, and nobody watches it. */
final class Outsider implements Closeable {

    private static final String MEMORY = "${AWS_LAMBDA_FUNCTION_MEMORY_SIZE}";

    private final Process process;

    private Outsider(Process process) {
        this.process = process;
    }

    static Outsider start(Bootstrap.Program program, Map<String, String> variables) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.program()));
        program.arguments().forEach(argument -> command.add(argument.replace(MEMORY, "512")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(program.variables());
        builder.environment().putAll(variables);
        return new Outsider(builder.start());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
