// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory with code or with a layer. */
record Folder(Path path) {

    /** With one more program, which can be executed. */
    Folder program(String name, String text) {
        return file(name, text, "rwxr-xr-x");
    }

    /** With one more file, which can only be read. */
    Folder file(String name, String text) {
        return file(name, text, "rw-r--r--");
    }

    /** With one more symbolic link. */
    Folder link(String name, String target) {
        try {
            Files.createSymbolicLink(place(name), Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Folder file(String name, String text, String permissions) {
        try {
            Path written = Files.writeString(place(name), text);
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(permissions));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String name) throws IOException {
        Path place = path.resolve(name);
        Files.createDirectories(place.getParent());
        return place;
    }
}
