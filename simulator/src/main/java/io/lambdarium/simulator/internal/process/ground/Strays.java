// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Processes whose parents have ended, so that nobody knows any more whose they are; but their variables still name the directory
 * of their environment. Only Linux shows that, and only as long as they keep them: elsewhere they live on.
 */
final class Strays {

    private static final Path PROCESSES = Path.of("/proc");

    private Strays() {}

    /** Kills those of that environment, until no more are born. */
    static void kill(Path directory) {
        Set<ProcessHandle> killed = new HashSet<>();
        boolean more = Files.isDirectory(PROCESSES);
        while (more) {
            List<ProcessHandle> found = ProcessHandle.allProcesses()
                    .filter(process -> isOf(process, directory))
                    .toList();
            found.forEach(ProcessHandle::destroyForcibly);
            more = killed.addAll(found);
        }
    }

    /** Those of others cannot be read, and those that have ended have no variables any more. */
    private static boolean isOf(ProcessHandle process, Path directory) {
        try {
            Path variables = PROCESSES.resolve(Long.toString(process.pid())).resolve("environ");
            return Files.readString(variables, StandardCharsets.ISO_8859_1).contains(directory + "/");
        } catch (IOException e) {
            return false;
        }
    }
}
