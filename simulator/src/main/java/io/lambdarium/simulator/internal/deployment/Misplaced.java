// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a package has that could be meant to be its {@code bootstrap}, and is not where Lambda looks, or not called that. */
final class Misplaced {

    private static final String BOOTSTRAP = "bootstrap";

    private Misplaced() {}

    /** What to do about the first, if there is one. */
    static String in(Path directory) {
        try {
            List<Path> found = new ArrayList<>();
            Tree.walk(directory, (path, attributes) -> {
                if (attributes.isRegularFile() && isMeant(directory, path)) {
                    found.add(directory.relativize(path));
                }
            });
            return found.stream().findFirst().map(Misplaced::words).orElse("");
        } catch (IOException e) {
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
