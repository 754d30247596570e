// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.internal.engine.AtExit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The directory below which all files of this JVM's environments are; only its user may enter it. */
final class Scratch {

    private static final class Made {
        static final Optional<Scratch> DIRECTORY = make();
    }

    private final Path root;
    private final AtomicInteger count = new AtomicInteger();

    private Scratch(Path root) {
        this.root = root;
        if (Watchdog.exists()) {
            Watchdog.watching().remove(root);
        } else {
            AtExit.run("lambdarium-scratch", () -> Leavings.remove(root));
        }
    }

    /** Makes it, unless it is there. */
    static Scratch require() {
        return Made.DIRECTORY.orElseThrow(() -> new SimulatorException(
                "Cannot make a temporary directory for processes in " + System.getProperty("java.io.tmpdir")
                        + ". Make room there, or name another one with -Djava.io.tmpdir=…"));
    }

    private static Optional<Scratch> make() {
        try {
            return Optional.of(new Scratch(Files.createTempDirectory(
                    "lambdarium-" + ProcessHandle.current().pid() + "-")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The name of a directory that nobody else has; it is for its user to make. */
    Path fresh() {
        return root.resolve(Integer.toString(count.incrementAndGet()));
    }
}
