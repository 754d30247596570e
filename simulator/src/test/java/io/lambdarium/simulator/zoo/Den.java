// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of a cage: code whose bootstrap is a beast, and a layer for each beast that is an extension.
 *
 * @param folder a temporary one
 */
record Den(Path folder) implements AutoCloseable {

    private static final String LIBRARY = "lambda.pl";

    /** An empty one. */
    static Den dug() {
        try {
            Den den = new Den(Files.createTempDirectory("zoo-"));
            Files.createDirectory(den.code());
            return den;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path code() {
        return folder.resolve("code");
    }

    /** That beast is the runtime. */
    void runtime(String beast) {
        copy(beast, code().resolve("bootstrap"));
        copy(LIBRARY, code().resolve(LIBRARY));
    }

    boolean hasRuntime() {
        return Files.exists(code().resolve("bootstrap"));
    }

    /** A layer in which that beast is an extension of that name. */
    Path extension(String beast, String name) {
        Path layer = folder.resolve(name);
        copy(LIBRARY, layer.resolve(LIBRARY));
        copy(beast, layer.resolve("extensions").resolve(name));
        return layer;
    }

    private static void copy(String beast, Path to) {
        Path from = home().resolve(beast);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString()).normalize();
                Files.createDirectories(target.getParent());
                Files.copy(file, target, COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where all beasts are. */
    static Path home() {
        try {
            URL library = Objects.requireNonNull(Den.class.getResource(LIBRARY));
            return Path.of(library.toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
