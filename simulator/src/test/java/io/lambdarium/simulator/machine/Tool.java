// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program that tests of real processes want to find; without it they are skipped, and in CI the build fails. */
public enum Tool {
    /** Whatever is not said otherwise is written for it. */
    SH("sh", "dash"),
    /** The keeper of the levels above {@code PLAIN} is written in it. */
    PERL("perl", "perl"),
    /** Makes the namespaces of the highest level. */
    BWRAP("bwrap", "bubblewrap"),
    /** Compiles bootstraps, with the headers of the C library. */
    GCC("gcc", "gcc libc6-dev"),
    /** Speaks HTTP for shell scripts. */
    CURL("curl", "curl"),
    /** Runs bootstraps written in Python. */
    PYTHON("python3", "python3"),
    /** Runs bootstraps written for Node. */
    NODE("node", "nodejs");

    /**
     * Where tools are looked for, whatever the PATH is: these are in the PATH that Lambda gives to processes, too. Source:
     * lifecycle §4.1.
     */
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"), Path.of("/bin"));

    private final String program;
    private final String debianPackages;

    Tool(String program, String debianPackages) {
        this.program = program;
        this.debianPackages = debianPackages;
    }

    /** Where it is; for tests that said that they need it. */
    public Path path() {
        return find().orElseThrow(() -> new IllegalStateException(lack()));
    }

    Optional<Path> find() {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What is to be said where it is missing. */
    String lack() {
        return program + " is missing in /usr/local/bin, /usr/bin and /bin: install it, on Debian by apt-get install "
                + debianPackages;
    }
}
