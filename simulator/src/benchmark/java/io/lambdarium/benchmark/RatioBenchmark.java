// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Payload;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Blocks of invocations and of their floors in turns, so that both meet the same disturbances.
 *
 * <p>Ratios are to be computed from the sums: JMH would add a ratio up over its iterations.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RatioBenchmark {

    private static final int BLOCK = 50;

    private final byte[] event = Event.of(128);
    private Contenders contenders;

    /** Where the time went, in nanoseconds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Sums {
        public long bareNanos;
        public long rawNanos;
        public long simulatorNanos;
    }

    @Setup
    public void start() throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        contenders = new Contenders();
    }

    @Benchmark
    public void pairedRatio(Sums sums) throws Exception {
        sums.bareNanos += block(contenders.bare()::twoRequests);
        sums.simulatorNanos += block(() -> contenders.echo().invoke(Payload.of(event)));
        sums.rawNanos += block(() -> contenders.raw().invoke(event));
    }

    private static long block(Side.Operation operation) throws Exception {
        long before = System.nanoTime();
        for (int i = 0; i < BLOCK; i++) {
            operation.run();
        }
        return System.nanoTime() - before;
    }

    @TearDown
    public void stop() throws Exception {
        contenders.close();
    }
}
