// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What modes come to. */
final class UnixMode {

    /** What an entry of an archive without modes gets: readable, and a file cannot be executed. */
    static final int FILE = 0100644;

    static final int DIRECTORY = 0040755;

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> WRITING = PosixFilePermissions.fromString("-w--w--w-");
    private static final String LETTERS = "rwx";

    private UnixMode() {}

    /**
     * Gives the file what its mode comes to on Lambda: there, files belong to root, and whoever runs is neither root nor of
     * its group and cannot write. Here, files belong to whoever runs. So what the mode grants to others, without writing, is
     * what everyone is granted: a {@code bootstrap} of mode 0700 is denied as it is there. Source: lifecycle §4.4.
     */
    static void install(Path path, int mode) throws IOException {
        grant(path, permissions(mode & 05));
    }

    /** What is granted to whom, in the order of {@code ls}; nothing where there are no modes. */
    static String of(Path path) throws IOException {
        return isKnownTo(path)
                ? PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                : "";
    }

    /** Leaves the file as it is, but nobody may write it. */
    static void forbidWriting(Path file) throws IOException {
        if (isKnownTo(file)) {
            Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
            granted.removeAll(WRITING);
            grant(file, granted);
        }
    }

    /** Lets whoever owns the directory, and nobody else, do anything with it. */
    static void makePrivate(Path directory) throws IOException {
        grant(directory, PRIVATE);
    }

    /** What makes a new file or directory private to whoever makes it. */
    static FileAttribute<?>[] privately(Path path) {
        return isKnownTo(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)}
                : new FileAttribute<?>[0];
    }

    /** Whether the path's file system has such modes at all. */
    static boolean isKnownTo(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static boolean isPrivate(Set<PosixFilePermission> permissions) {
        return PRIVATE.containsAll(permissions);
    }

    /** Never of a link. Not to follow one would mean to open the file, which whoever may not read it cannot. */
    private static void grant(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (isKnownTo(path)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static Set<PosixFilePermission> permissions(int others) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < LETTERS.length(); bit++) {
            letters.append((others & 4 >> bit) == 0 ? '-' : LETTERS.charAt(bit));
        }
        return PosixFilePermissions.fromString(letters.toString().repeat(3));
    }
}
