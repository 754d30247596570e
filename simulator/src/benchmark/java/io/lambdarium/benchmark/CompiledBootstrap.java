// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bootstrap of the examples that is written in C, compiled where there is a compiler. */
final class CompiledBootstrap {

    private static final Path SOURCE = Path.of("..", "examples", "programs", "c", "bootstrap.c");
    private static final Path PROGRAM = Path.of("target", "benchmark", "bootstrap");

    private CompiledBootstrap() {}

    static Optional<Path> compiled() throws IOException, InterruptedException {
        Files.createDirectories(PROGRAM.getParent());
        try {
            int status = new ProcessBuilder("cc", "-O2", "-o", PROGRAM.toString(), SOURCE.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            return status == 0 ? Optional.of(PROGRAM.toAbsolutePath()) : Optional.empty();
        } catch (IOException noCompiler) {
            return Optional.empty();
        }
    }
}
