// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The file descriptors of this process that were opened since, but for those that it needs to count them. What other tests
 * dropped may be closed by the JDK at any time, so what was open before does not count.
 */
final class OpenFiles implements AutoCloseable {

    private static final Path FILES = Path.of("/proc/self/fd");
    private static final int ENDS_OF_A_CONNECTION = 2;

    private final Stage stage = new Stage();
    private final Set<String> before;
    private int connections;

    OpenFiles() throws IOException {
        before = settled();
        connections = 0;
    }

    /** Whether this operating system can say. */
    static boolean canBeCounted() {
        return Files.isDirectory(FILES);
    }

    /** How many there are that were not there before. */
    long opened() throws IOException {
        Set<String> now = settled();
        now.removeAll(before);
        return now.size() - (long) ENDS_OF_A_CONNECTION * connections;
    }

    /**
     * What they lead to: each socket has a number of its own. The JDK gives up a closed socket when the thread that watched
     * it looks again, so each of these threads is made to look first: by a connection to accept and a request to read.
     */
    private Set<String> settled() throws IOException {
        stage.client().get("/");
        connections++;
        Set<String> targets = new HashSet<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                target(file, targets);
            }
        }
        targets.removeIf(target -> !target.startsWith("socket:"));
        return targets;
    }

    private static void target(Path file, Set<String> targets) {
        try {
            targets.add(Files.readSymbolicLink(file).toString());
        } catch (IOException closedMeanwhile) {
            // then it is not open
        }
    }

    @Override
    public void close() {
        stage.close();
    }
}
