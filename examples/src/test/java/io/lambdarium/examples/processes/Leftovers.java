// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What this JVM has: below itself, open, and in the directory for temporary files. */
record Leftovers(long processes, long files, int descriptors, int threads) {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** Processes that are about to end are waited for, but not for long. */
    static Leftovers now() throws IOException, InterruptedException {
        waitForThoseWhoAreLeaving();
        return new Leftovers(
                ProcessHandle.current().descendants().count(),
                filesOfOurs(),
                openDescriptors(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    Leftovers since(Leftovers earlier) {
        return new Leftovers(
                processes - earlier.processes,
                files - earlier.files,
                descriptors - earlier.descriptors,
                threads - earlier.threads);
    }

    private static void waitForThoseWhoAreLeaving() throws InterruptedException {
        CompletableFuture<?>[] ends =
                ProcessHandle.current().descendants().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(2, SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whoever is left by now is counted.
        }
    }

    /** They are below a directory that has this JVM in its name. */
    private static long filesOfOurs() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long count = 0;
        String ours = "lambdarium-" + ProcessHandle.current().pid() + "-*";
        try (DirectoryStream<Path> roots = Files.newDirectoryStream(temporary, ours)) {
            for (Path root : roots) {
                count += entries(root);
            }
        }
        return count;
    }

    private static long entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.count();
        }
    }

    private static int openDescriptors() throws IOException {
        return Files.isDirectory(DESCRIPTORS) ? (int) entries(DESCRIPTORS) : 0;
    }
}
