// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The command of bubblewrap as it grows, and what it shows of this machine where. Each mount costs a tenth of a millisecond. */
final class Mounts {

    private final List<String> command = new ArrayList<>();
    private final List<Path> sources = new ArrayList<>();

    List<String> command() {
        return List.copyOf(command);
    }

    /** The files that the command names: if one of them is made anew, the command means another place. */
    List<String> identities() {
        return sources.stream().map(Mounts::identity).toList();
    }

    private static String identity(Path source) {
        try {
            return String.valueOf(
                    Files.readAttributes(source, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return "missing";
        }
    }

    void add(String... arguments) {
        command.addAll(List.of(arguments));
    }

    void bind(Path path, String place) {
        sources.add(path);
        add("--ro-bind", path.toString(), place);
    }

    /** Where it is on this machine; who has just removed it is missed by whoever needs it. */
    void keep(Path path) {
        if (!isLaidAsLink(path, path)) {
            sources.add(path);
            add("--ro-bind-try", path.toString(), path.toString());
        }
    }

    /** The entries of a layer in that place, beside those that are kept of this machine there, and over them. */
    void layOver(Path layer, Path place, Collection<Path> kept) {
        kept.stream()
                .filter(entry -> !Files.exists(layer.resolve(entry.getFileName()), LinkOption.NOFOLLOW_LINKS))
                .forEach(this::keep);
        entries(layer).forEach(entry -> lay(entry, place.resolve(entry.getFileName()), kept));
    }

    /** A link leads to where it leads in the environment. */
    private void lay(Path entry, Path place, Collection<Path> kept) {
        if (kept.contains(place) && isDirectory(place) && isDirectory(entry)) {
            add("--dir", place.toString());
            layOver(entry, place, entries(place).toList());
        } else if (!isLaidAsLink(entry, place)) {
            bind(entry, place.toString());
        }
    }

    private boolean isLaidAsLink(Path path, Path place) {
        try {
            if (Files.isSymbolicLink(path)) {
                add("--symlink", Files.readSymbolicLink(path).toString(), place.toString());
                return true;
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    static Stream<Path> entries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }
}
