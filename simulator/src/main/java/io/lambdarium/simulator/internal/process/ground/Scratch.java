// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The directory below which all files of this JVM's environments are; only its user may enter it. */
final class Scratch {

    private static final class Made {
        static final Scratch DIRECTORY = new Scratch();
    }

    private final Path root;
    private final AtomicInteger count = new AtomicInteger();

    private Scratch() {
        try {
            root = Files.createTempDirectory(
                    "lambdarium-" + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot make a temporary directory for processes in " + System.getProperty("java.io.tmpdir")
                            + ": make room there, or name another one with -Djava.io.tmpdir.",
                    e);
        }
        Watchdog.watching().remove(root);
    }

    /** The name of a directory that nobody else has; it is for its user to make. */
    static Path fresh() {
        Scratch scratch = Made.DIRECTORY;
        return scratch.root.resolve(Integer.toString(scratch.count.incrementAndGet()));
    }
}
