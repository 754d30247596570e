// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file descriptors of this process, but for those that it needs to count them. */
final class OpenFiles implements AutoCloseable {

    private static final Path FILES = Path.of("/proc/self/fd");
    private static final int ENDS_OF_A_CONNECTION = 2;

    private final Stage stage = new Stage();
    private int connections;

    /** Whether this operating system can say. */
    static boolean canBeCounted() {
        return Files.isDirectory(FILES);
    }

    /**
     * Their number. The JDK gives up a closed socket when the thread that watched it looks again, so each of these threads
     * is made to look first: by a connection to accept and a request to read.
     */
    long count() throws IOException {
        stage.client().get("/");
        connections++;
        try (Stream<Path> files = Files.list(FILES)) {
            return files.count() - (long) ENDS_OF_A_CONNECTION * connections;
        }
    }

    @Override
    public void close() {
        stage.close();
    }
}
