// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Looks programs up as a shell of this machine would. */
public final class Executable {

    private static final String USUAL = "/usr/local/bin:/usr/bin:/bin";

    private Executable() {}

    /** Where that program is, by its name. */
    public static Optional<Path> named(String name) {
        return in(Optional.ofNullable(System.getenv("PATH")).orElse(USUAL), name);
    }

    /** Rather the system's own than one of a user: such a one may be a script that wants environment variables. */
    static Optional<Path> ofSystem(String name) {
        return in(USUAL, name).or(() -> named(name));
    }

    private static Optional<Path> in(String path, String name) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name).toAbsolutePath())
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }
}
