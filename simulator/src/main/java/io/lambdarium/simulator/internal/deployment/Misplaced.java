// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a package has that could be meant to be its {@code bootstrap}, and is not where Lambda looks, or not called that. */
final class Misplaced {

    private static final String BOOTSTRAP = "bootstrap";

    /** Who waits for the launch waits for this, and a package may be deep. */
    private static final int DEPTH = 3;

    private Misplaced() {}

    /** What to do about the first, if there is one. */
    static String in(Path directory) {
        try (Stream<Path> found = Files.find(
                directory, DEPTH, (path, attributes) -> attributes.isRegularFile() && isMeant(directory, path))) {
            return found.sorted()
                    .findFirst()
                    .map(directory::relativize)
                    .map(Misplaced::words)
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static boolean isMeant(Path directory, Path path) {
        String name = path.getFileName().toString();
        return name.equals(BOOTSTRAP) || (directory.equals(path.getParent()) && name.startsWith(BOOTSTRAP + "."));
    }

    private static String words(Path found) {
        return Optional.ofNullable(found.getParent())
                .map(parent -> "There is " + found + ": pack what is in " + parent + ", and not the directory itself.")
                .orElse("There is " + found + ": it must be called bootstrap, and nothing else.");
    }
}
