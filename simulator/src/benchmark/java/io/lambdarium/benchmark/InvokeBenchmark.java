// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.Payload;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What an invocation costs, and its floors: for trends and percentiles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class InvokeBenchmark {

    @Param({"128", "100000"})
    int size;

    private Contenders contenders;
    private byte[] event;

    @Setup
    public void start() throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        contenders = new Contenders();
        event = Event.of(size);
    }

    @Benchmark
    public void twoBareRequests() throws Exception {
        contenders.bare().twoRequests();
    }

    @Benchmark
    public byte[] rawSimulator() throws Exception {
        return contenders.raw().invoke(event);
    }

    @Benchmark
    public void simulator() {
        contenders.echo().invoke(Payload.of(event));
    }

    @Benchmark
    public Object simulatorWithParkedRuntime() {
        return contenders.echo().invokeAndSettle(Payload.of(event));
    }

    @TearDown
    public void stop() throws Exception {
        contenders.close();
    }
}
