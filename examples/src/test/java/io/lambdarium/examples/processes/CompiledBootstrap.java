// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import io.lambdarium.simulator.machine.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bootstrap in C, compiled once for all tests that run it; a build would have done that before. */
final class CompiledBootstrap {

    /** Where it is. */
    static final Path BINARY = Path.of("target", "bootstrap");

    private static final Path SOURCE = Path.of("programs", "c", "bootstrap.c");

    static {
        compile();
    }

    private CompiledBootstrap() {}

    /** Sees to it that it is there. */
    static void build() {
        // This class is initialized by now.
    }

    private static void compile() {
        try {
            Process compiler = new ProcessBuilder(
                            Tool.GCC.path().toString(),
                            "-O2",
                            "-Wall",
                            "-Werror",
                            "-o",
                            BINARY.toString(),
                            SOURCE.toString())
                    .redirectErrorStream(true)
                    .start();
            String words = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() != 0) {
                throw new IllegalStateException(SOURCE + " does not compile: " + words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(SOURCE + " was not compiled: the test was interrupted", e);
        }
    }
}
