// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.soak;

import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Simulators that live one after another, each as long as a test: one invocation, and a runtime that waits at the end. */
public final class Lifetimes {

    private static final Payload EVENT = Payload.of("{}");

    private final Queue<Thread> runtimes = new ConcurrentLinkedQueue<>();
    private final Bootstrap runtime = Bootstrap.inProcess(variables -> {
        runtimes.add(Thread.currentThread());
        RawRuntime.live(variables.getOrDefault("AWS_LAMBDA_RUNTIME_API", ""));
    });

    /** Lives so many lives; returns when the last runtime is gone too. */
    public void live(int lives) throws InterruptedException {
        for (int i = 0; i < lives; i++) {
            live();
        }
    }

    private void live() throws InterruptedException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
            simulator.deploy(function("mayfly").runtime(runtime));
            simulator.invoke(EVENT).awaitReport();
        }
        for (Thread gone = runtimes.poll(); gone != null; gone = runtimes.poll()) {
            gone.join();
        }
    }
}
