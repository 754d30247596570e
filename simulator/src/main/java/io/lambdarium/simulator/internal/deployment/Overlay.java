// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A directory that layers are laid into, one over another: directories of the same name become one, of all else the last one
 * stays (L-128). Nothing is ever written through a symbolic link.
 */
final class Overlay {

    private final Path root;
    private final Deque<Path> directories = new ArrayDeque<>();
    private final Map<Path, Integer> modes = new HashMap<>();
    private final Set<Path> ofThisLayer = new HashSet<>();

    /** Into that directory, which is empty. */
    Overlay(Path root) {
        this.root = root;
        directories.push(root);
    }

    Path root() {
        return root;
    }

    /** What comes now may replace what has come until now. */
    void beginLayer() {
        ofThisLayer.clear();
    }

    /** Has a directory there. */
    void directory(Path path, int mode) throws IOException {
        reach(path);
        modes.put(path, mode);
    }

    /** Has room for something that is not a directory. */
    void makeRoom(Path path) throws IOException {
        reach(parent(path));
        Tree.delete(path);
        ofThisLayer.add(path);
    }

    /** Everything here is below the root of the overlay. */
    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    /** Private while it is filled. */
    private void reach(Path directory) throws IOException {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (ofThisLayer.contains(directory)) {
            throw new FileAlreadyExistsException(directory.toString());
        }
        reach(parent(directory));
        Files.deleteIfExists(directory);
        Files.createDirectory(directory, UnixMode.privately(directory));
        directories.push(directory);
    }

    /** Afterwards nobody can write there. Outer directories come last: inner ones may be out of reach after that. */
    void close() throws IOException {
        for (Path directory : directories) {
            if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                UnixMode.install(directory, modes.getOrDefault(directory, UnixMode.DIRECTORY));
            }
        }
    }
}
