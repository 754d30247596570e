// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the archives that are uploaded to Lambda; a build would have done that before. */
final class Zip {

    /** Lambda executes only what is marked as executable in the archive. */
    private static final Map<String, String> WITH_MODES = Map.of("create", "true", "enablePosixFileAttributes", "true");

    private Zip() {}

    /** Puts what is in a directory into a new archive. */
    static Path of(Path directory, Path archive) {
        try (FileSystem zip = FileSystems.newFileSystem(archive, WITH_MODES);
                Stream<Path> files = Files.walk(directory)) {
            List<Path> below = files.filter(file -> !file.equals(directory)).toList();
            for (Path file : below) {
                Path entry =
                        Files.copy(file, zip.getPath(directory.relativize(file).toString()));
                Files.setPosixFilePermissions(entry, Files.getPosixFilePermissions(file));
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
