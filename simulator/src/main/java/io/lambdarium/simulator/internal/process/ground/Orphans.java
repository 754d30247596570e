// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What is left behind in process groups by a keeper that somebody killed: its children are dead then, for the system sees to
 * that, but neither are those in their groups or in sessions of their own, nor is the directory gone.
 *
 * <p>In namespaces nobody is left, and what a keeper there says of process ids means nobody here.
 */
final class Orphans {

    private Orphans() {}

    /** Done when nothing is left, as far as that can be done. */
    static CompletableFuture<Void> end(Collection<Long> leaders, Path directory) {
        return Launcher.run(() -> {
            List<String> groups = leaders.stream()
                    .filter(leader -> leader > 0)
                    .map(leader -> "-" + leader)
                    .toList();
            if (!groups.isEmpty()) {
                kill(groups);
            }
            Strays.kill(directory);
            Leavings.remove(directory);
            return null;
        });
    }

    /** By a shell, which is where processes are; not every machine has a program for it. */
    private static void kill(List<String> groups) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "kill -s KILL -- \"$@\"", "sh"));
        command.addAll(groups);
        try {
            Writing.interruptedBy(new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)::start)
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
