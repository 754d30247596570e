// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory with all that is below it; symbolic links are never followed. */
public final class Tree {

    private Tree() {}

    /** What lies directly in it, in the order of the names' bytes; nothing, if it is not there. */
    static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> listed = Files.list(directory)) {
            return listed.sorted(Comparator.naturalOrder()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Is shown what lies below a directory, parents before their children, and names in the order of their bytes. */
    @FunctionalInterface
    interface Visitor {
        void visit(Path path, BasicFileAttributes attributes) throws IOException;
    }

    /** Shows all that is below it. The directory itself may be a symbolic link. */
    static void walk(Path directory, Visitor visitor) throws IOException {
        for (Path child : children(directory)) {
            BasicFileAttributes attributes =
                    Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            visitor.visit(child, attributes);
            if (attributes.isDirectory()) {
                walk(child, visitor);
            }
        }
    }

    /** Removes it, even if nobody may write there. */
    public static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            UnixMode.makePrivate(path);
            for (Path child : children(path)) {
                delete(child);
            }
        }
        Files.deleteIfExists(path);
    }
}
