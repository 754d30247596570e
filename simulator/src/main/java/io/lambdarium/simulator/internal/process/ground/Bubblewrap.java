// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    private final Mounts mounts = new Mounts();

    private Bubblewrap() {}

    static List<String> command(String program, Site site) {
        return made(program, site).command();
    }

    /** With the files that the command names: if one of them is made anew, the command means another place. */
    static Spare.Kind kind(String program, Site site) {
        Mounts made = made(program, site);
        return new Spare.Kind(made.command(), made.identities());
    }

    private static Mounts made(String program, Site site) {
        Bubblewrap made = new Bubblewrap();
        made.mounts.add(program);
        made.separate();
        made.mounts.add("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc");
        List<Path> needed = site.needed().get();
        made.var(site.installation().task(), firstBelow(VAR, needed));
        made.opt(site.installation().opt(), firstBelow(OPT, needed));
        made.tmp(site.storage(), firstBelow(TMP, needed));
        made.mounts.add("--remount-ro", "/dev", "--chdir", "/");
        return made.mounts;
    }

    /** The user is Lambda's. Nothing is inherited: no variable, no capability, no terminal. */
    private void separate() {
        mounts.add("--unshare-user", "--uid", "993", "--gid", "990", "--unshare-pid", "--as-pid-1", "--unshare-ipc");
        mounts.add("--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv");
    }

    private void var(Optional<Path> task, Set<Path> kept) {
        mounts.add("--tmpfs", "/var");
        Mounts.entries(VAR)
                .filter(entry -> kept.contains(entry) || isEverywhere(entry))
                .forEach(mounts::keep);
        task.ifPresentOrElse(code -> mounts.bind(code, "/var/task"), () -> mounts.add("--dir", "/var/task"));
        mounts.add("--dir", "/var/runtime", "--remount-ro", "/var");
    }

    private static boolean isEverywhere(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return !LAMBDAS_OWN.contains(name) && (name.equals("lib") || Files.isSymbolicLink(entry));
    }

    private void opt(Optional<Path> layers, Set<Path> kept) {
        if (kept.isEmpty() && layers.isPresent()) {
            mounts.bind(layers.get(), "/opt");
            return;
        }
        mounts.add("--tmpfs", "/opt");
        layers.ifPresentOrElse(layer -> mounts.layOver(layer, OPT, kept), () -> kept.forEach(mounts::keep));
        mounts.add("--remount-ro", "/opt");
    }

    private void tmp(int megabytes, Set<Path> kept) {
        mounts.add("--perms", "1777", "--size", Long.toString((long) megabytes << 20), "--tmpfs", "/tmp");
        kept.forEach(mounts::keep);
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
}
