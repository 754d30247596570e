// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this JVM holds at a moment. */
public record Footprint(int threads, int descriptors, int beans, long heap, long direct) {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** Whether this system says how many descriptors there are. */
    public static boolean canBeTaken() {
        return Files.isDirectory(DESCRIPTORS);
    }

    /** Collects garbage first. */
    public static Footprint now() {
        return new Footprint(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openDescriptors(),
                ManagementFactory.getPlatformMBeanServer().getMBeanCount(),
                LiveHeap.bytes(),
                directMemory());
    }

    /** What has come since. */
    public Footprint since(Footprint earlier) {
        return new Footprint(
                threads - earlier.threads,
                descriptors - earlier.descriptors,
                beans - earlier.beans,
                heap - earlier.heap,
                direct - earlier.direct);
    }

    private static int openDescriptors() {
        if (!canBeTaken()) {
            return 0;
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return (int) open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
