// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A directory that this JVM has for itself: private to its user, and gone after it.
 *
 * <p>It lies in a home that all JVMs of the user share, beside a file that its owner keeps locked for as long as it lives. That
 * file is locked before the directory is there, and the system unlocks it however the owner ends. So a directory whose file can
 * be locked has no owner any more, and whoever finds it removes it.
 */
final class OwnDirectory {

    private static final String LOCK = ".lock";

    /**
     * What begins like this is ours, even if another class loader has this class again: those locks are never tried, as closing
     * a file gives up all locks on it. In containers that share a home everybody may have the same process id, but not since
     * the same moment.
     */
    private static final String OURS = ProcessHandle.current().pid() + "-" + sinceWhen() + "-";

    /** A lock that nobody refers to is given up as soon as the garbage is collected. */
    private static final Map<Path, FileLock> HELD = new ConcurrentHashMap<>();

    private OwnDirectory() {}

    /** Makes one below a directory that may be everybody's, such as {@code /tmp}; what others left there is removed. */
    static Path below(Path temporary) throws IOException {
        Path home = home(temporary);
        try {
            makeHome(home);
            Path own = lockedIn(home);
            if (isPrivate(home, own)) {
                removeLeftovers(home);
                return own;
            }
            remove(own);
        } catch (IOException e) {
            // somebody else's home, or one where nothing can be locked: then without a home
        }
        return Files.createTempDirectory(temporary, "lambdarium-");
    }

    /** Removes it with all that is in it. */
    static void remove(Path own) throws IOException {
        Tree.delete(own);
        Files.deleteIfExists(lockOf(own));
        FileLock lock = HELD.remove(own);
        if (lock != null) {
            lock.acquiredBy().close();
        }
    }

    /** What all JVMs of the user share. */
    static Path home(Path temporary) {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
        return temporary.resolve("lambdarium-" + user);
    }

    private static String sinceWhen() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(instant -> Long.toHexString(instant.toEpochMilli()))
                .orElse("");
    }

    private static void makeHome(Path home) throws IOException {
        try {
            Files.createDirectory(home, UnixMode.privately(home));
        } catch (FileAlreadyExistsException e) {
            // of an earlier JVM, as a rule
        }
    }

    /** A random name would cost a JVM 70 ms that has not needed random numbers yet, and in here nobody has to guess. */
    private static Path lockedIn(Path home) throws IOException {
        Path own = home.resolve(OURS + Long.toHexString(System.nanoTime()));
        FileLock lock = open(lockOf(own), StandardOpenOption.CREATE_NEW).tryLock();
        if (lock == null) {
            throw new IOException("a new file is locked already");
        }
        HELD.put(own, lock);
        return Files.createDirectory(own, UnixMode.privately(own));
    }

    /** Whether nobody else gets in. In a directory that is everybody's, somebody else may have made the home. */
    private static boolean isPrivate(Path home, Path own) throws IOException {
        if (!UnixMode.isKnownTo(home)) {
            return true;
        }
        PosixFileAttributes found = Files.readAttributes(home, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isDirectory()
                && found.owner().equals(Files.getOwner(own))
                && UnixMode.isPrivate(found.permissions());
    }

    private static void removeLeftovers(Path home) throws IOException {
        for (Path found : Tree.children(home)) {
            boolean ours = found.getFileName().toString().startsWith(OURS);
            if (!ours && Files.isDirectory(found, LinkOption.NOFOLLOW_LINKS) && Files.exists(lockOf(found))) {
                removeIfLeft(found);
            }
        }
    }

    private static void removeIfLeft(Path found) {
        try (FileChannel lock = open(lockOf(found), StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) {
                remove(found);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // somebody else removes it, or nobody can: it is in nobody's way
        }
    }

    private static FileChannel open(Path lock, StandardOpenOption how) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.WRITE, how);
    }

    static Path lockOf(Path own) {
        return own.resolveSibling(own.getFileName() + LOCK);
    }
}
