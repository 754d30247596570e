// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The JIT compiler of this JVM, from now on. */
final class Compiler {

    /** Sooner, what is seldom run has not been found worth compiling. */
    private static final Duration AT_LEAST = Duration.ofSeconds(5);

    private static final Duration AT_MOST = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Of the time of one core: what it always finds to do. */
    private static final double LITTLE = 0.03;

    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private final long begin = System.nanoTime();
    private long looked = begin;
    private long compiled = compiler.getTotalCompilationTime();
    private boolean busy = true;

    /** Whether it has had much to do of late. */
    boolean isBusy() {
        long now = System.nanoTime();
        if (now - looked >= LOOK.toNanos()) {
            long total = compiler.getTotalCompilationTime();
            busy = (total - compiled) * 1e6 > LITTLE * (now - looked);
            looked = now;
            compiled = total;
        }
        long passed = now - begin;
        return passed < AT_LEAST.toNanos() || busy && passed < AT_MOST.toNanos();
    }
}
