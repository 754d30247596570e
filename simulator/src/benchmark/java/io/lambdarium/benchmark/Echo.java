// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.soak.RawRuntime;
import java.time.Duration;

/** What is measured: a simulator whose runtime answers each event with the event. */
final class Echo implements AutoCloseable {

    private final Simulator simulator;

    /** Tens of thousands of invocations are a soak, and a soak keeps a bounded journal. */
    Echo() {
        this(SimulatorOptions.defaults().journalLimit(1_000));
    }

    Echo(SimulatorOptions options) {
        this(options, RawRuntime.inProcess());
    }

    Echo(SimulatorOptions options, Bootstrap runtime) {
        simulator = deployed(options, runtime);
    }

    static Simulator deployed(SimulatorOptions options, Bootstrap runtime) {
        return Simulator.start(options)
                .deploy(function("echo").timeout(Duration.ofMinutes(15)).runtime(runtime));
    }

    Simulator simulator() {
        return simulator;
    }

    /** Invokes and returns when the caller has its result. */
    void invoke(Payload event) {
        requireEcho(event, simulator.invoke(event).await());
    }

    /** Invokes and returns when the runtime waits for the next event. */
    Invocation invokeAndSettle(Payload event) {
        Invocation invocation = simulator.invoke(event);
        requireEcho(event, invocation.await());
        invocation.awaitReport();
        return invocation;
    }

    /** Invokes a runtime that answers something else, and returns when everyone waits again. */
    void greet(byte[] event) {
        Invocation invocation = simulator.invoke(Payload.of(event));
        if (!(invocation.await() instanceof Outcome.Succeeded)) {
            throw new IllegalStateException("The runtime was to greet:\n" + simulator.timeline());
        }
        invocation.awaitReport();
    }

    private static void requireEcho(Payload event, Outcome outcome) {
        if (!(outcome instanceof Outcome.Succeeded) || outcome.payload().size() != event.size()) {
            throw new IllegalStateException("The runtime was to answer with the event, but this came: " + outcome);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
