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
        String path = Optional.ofNullable(System.getenv("PATH")).orElse(USUAL);
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }
}
