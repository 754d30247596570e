// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;

/**
 * Writes what an archive holds below a directory, and nowhere else.
 *
 * <p>Links are made as links. A relative one must stay inside. An absolute one means a path of the environment, where the
 * directory is {@code /var/task} or {@code /opt}, and cannot do any harm here.
 */
final class Unpacking {

    /** Longest target of a link. Source: PATH_MAX of Linux. */
    private static final int LONGEST_TARGET = 4096;

    private final Archive archive;
    private final Overlay overlay;

    private Unpacking(Archive archive, Overlay overlay) {
        this.archive = archive;
        this.overlay = overlay;
    }

    static void unpack(Archive archive, Overlay into) throws IOException {
        new Unpacking(archive, into).unpack();
    }

    private void unpack() throws IOException {
        overlay.beginLayer();
        for (ArchiveEntry entry : archive.entries()) {
            try {
                unpack(entry);
            } catch (FileAlreadyExistsException e) {
                throw entry.broken("leads through another one that is not a directory");
            }
        }
    }

    private void unpack(ArchiveEntry entry) throws IOException {
        Path path = pathOf(entry);
        if (entry.isDirectory()) {
            overlay.directory(path, entry.mode());
        } else if (entry.isLink()) {
            link(path, entry);
        } else if (entry.isFile()) {
            write(path, entry);
        } else {
            throw entry.broken("is neither a file nor a directory nor a symbolic link");
        }
    }

    private Path pathOf(ArchiveEntry entry) throws ZipException {
        try {
            Path inside = Path.of(entry.name()).normalize();
            boolean nowhere = inside.toString().isEmpty() && !entry.isDirectory();
            entry.require(!nowhere && isInside(inside), "leaves the directory that it is unpacked in");
            return overlay.root().resolve(inside).normalize();
        } catch (InvalidPathException e) {
            throw entry.broken("has a name that no file can have here; beyond ASCII, the JVM needs a UTF-8 locale");
        }
    }

    private static boolean isInside(Path relative) {
        return relative.getRoot() == null && !relative.normalize().startsWith("..");
    }

    private void write(Path path, ArchiveEntry entry) throws IOException {
        overlay.makeRoom(path);
        Writing.of(() -> {
            try (OutputStream file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
                archive.copy(entry, file);
            }
        });
        UnixMode.install(path, entry.mode());
    }

    private void link(Path path, ArchiveEntry entry) throws IOException {
        if (entry.data().size() > LONGEST_TARGET) {
            throw entry.broken("is a symbolic link to a path longer than any");
        }
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        archive.copy(entry, target);
        try {
            link(path, Path.of(target.toString(StandardCharsets.UTF_8)), entry);
        } catch (InvalidPathException e) {
            throw entry.broken("is a symbolic link to a path that no file can have here");
        }
    }

    private void link(Path path, Path target, ArchiveEntry entry) throws IOException {
        Path meant = overlay.root().relativize(path).resolveSibling(target);
        entry.require(
                target.getRoot() != null || isInside(meant),
                "is a symbolic link that leaves the directory that it is unpacked in");
        overlay.makeRoom(path);
        Files.createSymbolicLink(path, target);
    }
}
