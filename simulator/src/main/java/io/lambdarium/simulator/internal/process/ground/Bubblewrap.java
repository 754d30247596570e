// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The command that makes an environment of namespaces: this machine's files, read-only, with Lambda's over them. Source:
 * lifecycle §§4.4 and 8.2.
 *
 * <p>What processes need of this machine is visible even where Lambda has something else: a program in {@code /tmp}, where
 * tests like to compile it, or a Java in {@code /opt}.
 */
final class Bubblewrap {

    private static final Path TMP = Path.of("/tmp");
    private static final Path VAR = Path.of("/var");
    private static final Path OPT = Path.of("/opt");

    /** What Lambda has in {@code /var} that a machine may have otherwise. */
    private static final Set<String> LAMBDAS_OWN = Set.of("task", "runtime", "lang");

    private final List<String> command = new ArrayList<>();
    private final List<Path> sources = new ArrayList<>();

    private Bubblewrap() {}

    static List<String> command(String program, Site site) {
        return List.copyOf(made(program, site).command);
    }

    /** With the files that the command names: if one of them is made anew, the command means another place. */
    static Spare.Kind kind(String program, Site site) {
        Bubblewrap made = made(program, site);
        return new Spare.Kind(
                List.copyOf(made.command),
                made.sources.stream().map(Bubblewrap::identity).toList());
    }

    private static String identity(Path source) {
        try {
            return String.valueOf(
                    Files.readAttributes(source, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return "missing";
        }
    }

    private static Bubblewrap made(String program, Site site) {
        Bubblewrap made = new Bubblewrap();
        made.add(program);
        made.separate();
        made.add("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc");
        List<Path> needed = site.needed().get();
        made.var(site.installation().task(), needed);
        made.opt(site.installation().opt(), needed);
        made.tmp(site.storage(), needed);
        made.add("--remount-ro", "/dev", "--chdir", "/");
        return made;
    }

    /** The user is Lambda's. Nothing is inherited: no variable, no capability, no terminal. */
    private void separate() {
        add("--unshare-user", "--uid", "993", "--gid", "990", "--unshare-pid", "--as-pid-1", "--unshare-ipc");
        add("--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv");
    }

    /** Each mount costs a tenth of a millisecond. */
    private void var(Optional<Path> task, List<Path> needed) {
        add("--tmpfs", "/var");
        Set<Path> kept = firstBelow(VAR, needed);
        entries(VAR)
                .filter(entry -> kept.contains(entry)
                        || Files.isSymbolicLink(entry)
                        || name(entry).equals("lib"))
                .filter(entry -> !LAMBDAS_OWN.contains(name(entry)))
                .forEach(this::keep);
        task.ifPresentOrElse(code -> bind(code, "/var/task"), () -> add("--dir", "/var/task"));
        add("--dir", "/var/runtime", "--remount-ro", "/var");
    }

    private void opt(Optional<Path> layers, List<Path> needed) {
        Set<Path> kept = firstBelow(OPT, needed);
        if (kept.isEmpty() && layers.isPresent()) {
            bind(layers.get(), "/opt");
            return;
        }
        add("--tmpfs", "/opt");
        kept.forEach(this::keep);
        layers.stream().flatMap(Bubblewrap::entries).forEach(entry -> bind(entry, "/opt/" + name(entry)));
        add("--remount-ro", "/opt");
    }

    private void tmp(int megabytes, List<Path> needed) {
        add("--perms", "1777", "--size", Long.toString((long) megabytes << 20), "--tmpfs", "/tmp");
        firstBelow(TMP, needed).forEach(this::keep);
    }

    /** As it is on this machine. */
    private void keep(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                add("--symlink", Files.readSymbolicLink(path).toString(), path.toString());
            } else {
                sources.add(path);
                add("--ro-bind-try", path.toString(), path.toString());
            }
        } catch (IOException e) {
            // It has just been removed; whoever needs it will say so.
        }
    }

    private void bind(Path path, String place) {
        sources.add(path);
        add("--ro-bind", path.toString(), place);
    }

    private void add(String... arguments) {
        command.addAll(List.of(arguments));
    }

    /** What is only inside, such as an extension of the function, is not there. */
    private static Set<Path> firstBelow(Path directory, List<Path> needed) {
        Set<Path> first = new TreeSet<>();
        needed.stream()
                .filter(path -> path.startsWith(directory) && !path.equals(directory))
                .map(path -> directory.resolve(path.getName(directory.getNameCount())))
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .forEach(first::add);
        return first;
    }

    private static Stream<Path> entries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
