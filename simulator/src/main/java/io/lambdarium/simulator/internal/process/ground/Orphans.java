// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is left behind by a keeper that somebody killed: its children are dead then, for the system sees to that, but neither
 * are those in their groups, nor is the directory gone.
 */
final class Orphans {

    private Orphans() {}

    static void end(Collection<Long> leaders, Optional<Path> directory) {
        List<String> groups = leaders.stream()
                .filter(leader -> leader > 0)
                .map(leader -> "-" + leader)
                .toList();
        if (!groups.isEmpty()) {
            List<String> kill = new ArrayList<>(List.of("/bin/kill", "-KILL", "--"));
            kill.addAll(groups);
            run(kill);
        }
        directory.ifPresent(left -> run(List.of("/bin/rm", "-rf", "--", left.toString())));
    }

    private static void run(List<String> command) {
        Launcher.execute(() -> {
            try {
                Writing.interruptedBy(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)::start);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
