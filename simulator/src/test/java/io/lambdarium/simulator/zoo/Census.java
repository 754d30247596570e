// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some processes of this machine, those in namespaces and those that left their session among them. It needs Linux. */
record Census(Set<ProcessHandle> processes) {

    private static final Path PROCESSES = Path.of("/proc");

    /** Those that carry that marker in one of their variables, or in their command. */
    static Census of(String marker) {
        return new Census(everybody()
                .filter(process -> read(process, "environ").contains(marker)
                        || read(process, "cmdline").contains(marker))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Those, as far as they still are there. */
    static Census of(Collection<Long> ids) {
        return new Census(
                ids.stream().flatMap(id -> ProcessHandle.of(id).stream()).collect(Collectors.toSet()));
    }

    private static Stream<ProcessHandle> everybody() {
        try (Stream<Path> entries = Files.list(PROCESSES)) {
            return entries
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .flatMap(name -> ProcessHandle.of(Long.parseLong(name)).stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With their ancestors up to this JVM, as far as they descend from it. */
    Census andGuards() {
        Set<ProcessHandle> all = new TreeSet<>(processes);
        processes.forEach(process -> all.addAll(guards(process)));
        return new Census(all);
    }

    private static List<ProcessHandle> guards(ProcessHandle process) {
        List<ProcessHandle> ancestors = Stream.iterate(
                        process.parent(),
                        parent -> parent.isPresent(),
                        parent -> parent.get().parent())
                .map(parent -> parent.get())
                .toList();
        return ancestors.subList(0, Math.max(0, ancestors.indexOf(ProcessHandle.current())));
    }

    /** Waits until all of them have ended, but no longer than that. */
    Census awaitEnd(Duration patience) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, patience.toMillis(), MILLISECONDS)
                .join();
        return this;
    }

    Census and(Census other) {
        Set<ProcessHandle> all = new TreeSet<>(processes);
        all.addAll(other.processes);
        return new Census(all);
    }

    /** What those that run are, by the last words of their commands. */
    List<String> running() {
        return processes.stream()
                .filter(Census::isRunning)
                .map(Census::name)
                .sorted()
                .toList();
    }

    /** Whoever has ended and is still listed only waits to be asked how, which is no matter of ours. */
    private static boolean isRunning(ProcessHandle process) {
        String state = read(process, "stat");
        return process.isAlive() && !state.isEmpty() && !state.contains(") Z ");
    }

    private static String name(ProcessHandle process) {
        String[] words = read(process, "cmdline").split("\0");
        return words[words.length - 1].replaceFirst(".*/", "");
    }

    /** Nothing is to be read of those that are gone, and nothing of other users. */
    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(
                    PROCESSES.resolve(Long.toString(process.pid())).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    void kill() {
        processes.forEach(ProcessHandle::destroyForcibly);
    }
}
