// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A directory, such as a build makes: as long as nothing else is laid over it, it is used as it is, whatever becomes of it. */
record Folder(Path path) implements Material {

    @Override
    public long size() throws IOException {
        AtomicLong sum = new AtomicLong();
        Tree.walk(path, (file, found) -> sum.addAndGet(found.isRegularFile() ? found.size() : 0));
        return sum.get();
    }

    /** Its files are not read: as for build tools, one that is as large and as old as before, with its modes, is the same. */
    @Override
    public String fingerprint() throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(path);
        Tree.walk(
                path,
                (file, found) -> fingerprint.add(
                        file, found.size(), found.lastModifiedTime(), found.fileKey(), UnixMode.of(file)));
        return fingerprint.name();
    }

    @Override
    public void lay(Overlay into) throws IOException {
        into.beginLayer();
        Tree.walk(path, (file, found) -> copy(file, found, into));
    }

    private void copy(Path file, BasicFileAttributes found, Overlay into) throws IOException {
        Path target = into.root().resolve(path.relativize(file).toString());
        if (found.isDirectory()) {
            into.directory(target, UnixMode.DIRECTORY);
        } else {
            into.makeRoom(target);
            Writing.of(() -> Files.copy(file, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES));
            if (found.isRegularFile()) {
                UnixMode.forbidWriting(target);
            }
        }
    }

    @Override
    public Optional<Path> inPlace() {
        return Optional.of(path);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
