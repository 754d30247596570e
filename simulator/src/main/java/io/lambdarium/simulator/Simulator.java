// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A simulated Lambda: deploy a function, invoke it, read what happened.
 *
 * <pre>{@code
 * try (Simulator lambda = Simulator.start()) {
 *     lambda.deploy(function("greeter").runtime(inProcess(Greeter::main)));
 *     Outcome outcome = lambda.invoke("\"Ada\"").await();
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Simulator implements AutoCloseable {

    private Simulator(SimulatorOptions options) {}

    /** Starts one in real time. */
    public static Simulator start() {
        return start(SimulatorOptions.defaults());
    }

    /** Starts one. */
    public static Simulator start(SimulatorOptions options) {
        return new Simulator(options);
    }

    /**
     * Deploys a function; with a function deployed already, this is an update: its environments finish what they are at and
     * shut down, and new invocations never reach them.
     */
    public Simulator deploy(LambdaFunction function) {
        throw new UnsupportedOperationException();
    }

    /** What is deployed, if something is. */
    public Optional<LambdaFunction> function() {
        throw new UnsupportedOperationException();
    }

    /** Invokes the function and returns at once. */
    public Invocation invoke(String json) {
        return invoke(InvokeRequest.of(json));
    }

    /** Invokes the function and returns at once. */
    public Invocation invoke(Payload event) {
        return invoke(InvokeRequest.of(event));
    }

    /** Invokes the function and returns at once. */
    public Invocation invoke(InvokeRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Starts that many environments ahead of any request, as Lambda sometimes does; returns at once. */
    public void initialize(int environments) {
        throw new UnsupportedOperationException();
    }

    /** Shuts down all environments with SPINDOWN, each after the invocation it may be busy with; returns at once. */
    public void shutDown() {
        throw new UnsupportedOperationException();
    }

    /** Where faults are ordered. */
    public Faults faults() {
        throw new UnsupportedOperationException();
    }

    /** The simulator's clock. */
    public VirtualTime time() {
        throw new UnsupportedOperationException();
    }

    /** Everything that happened. */
    public Journal journal() {
        throw new UnsupportedOperationException();
    }

    /** Everything that happened, for human eyes. */
    public Timeline timeline() {
        return Timeline.of(journal());
    }

    /** How it was started. */
    public SimulatorOptions options() {
        throw new UnsupportedOperationException();
    }

    /** Ends everything at once; its journal can still be read. The second time does nothing. */
    @Override
    public void close() {}
}
