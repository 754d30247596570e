// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies what lies in a directory below another one. */
final class Copying {

    private Copying() {}

    static void copy(Path directory, Overlay into) throws IOException {
        into.beginLayer();
        Tree.walk(
                directory,
                (path, attributes) -> copy(
                        path,
                        attributes,
                        into.root().resolve(directory.relativize(path).toString()),
                        into));
    }

    private static void copy(Path path, BasicFileAttributes attributes, Path target, Overlay into) throws IOException {
        if (attributes.isDirectory()) {
            into.directory(target, UnixMode.DIRECTORY);
        } else {
            into.makeRoom(target);
            Files.copy(path, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
