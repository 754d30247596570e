// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.deployment.Installer;
import io.lambdarium.simulator.internal.engine.Engine;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.engine.Payloads;
import io.lambdarium.simulator.internal.engine.Rooms;
import io.lambdarium.simulator.internal.http.ApiServer;
import io.lambdarium.simulator.internal.process.Housing;
import io.lambdarium.simulator.internal.process.ReservedVariables;
import io.lambdarium.simulator.internal.process.Supervisor;
import io.lambdarium.simulator.internal.process.ground.Grounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

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

    private final SimulatorOptions options;
    private final Faults faults = new Faults();
    private final AtomicReference<Optional<LambdaFunction>> deployed = new AtomicReference<>(Optional.empty());
    private final AtomicReference<@Nullable ClassLoader> classes = new AtomicReference<>();
    private final Map<LambdaFunction, Installation> installations = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Grounds grounds;
    private final AtomicReference<Optional<Supervisor>> supervisor = new AtomicReference<>(Optional.empty());
    private final Engine engine;

    private Simulator(SimulatorOptions options) {
        this.options = options;
        this.grounds = new Grounds(options.isolation());
        Payloads payloads = new Payloads();
        this.engine = new Engine(
                options,
                payloads,
                inbox -> new Rooms(
                        new ApiServer(inbox, payloads, faults),
                        supervise(inbox),
                        (function, participant, address, logStream) ->
                                new ReservedVariables(function, address, logStream).of(participant)));
    }

    private Supervisor supervise(Inbox inbox) {
        Housing housing = new Housing(inbox, grounds, options.freezing(), installations);
        Supervisor made = new Supervisor(inbox, classes::get, housing);
        supervisor.set(Optional.of(made));
        return made;
    }

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
     *
     * @throws SimulatorException if Lambda would not take its code or its layers, or they cannot be read
     */
    public Simulator deploy(LambdaFunction function) {
        requireOpen("deploy " + function);
        LambdaFunction installed = hasFiles(function) ? install(function) : requireRuntime(function);
        deployed.set(Optional.of(installed));
        classes.set(Thread.currentThread().getContextClassLoader());
        engine.deploy(installed);
        engine.settle();
        return this;
    }

    private static boolean hasFiles(LambdaFunction function) {
        return function.code().isPresent() || !function.layers().isEmpty();
    }

    private LambdaFunction install(LambdaFunction function) {
        Installation installation = Installer.install(function);
        installations.put(installation.function(), installation);
        return installation.function();
    }

    private static LambdaFunction requireRuntime(LambdaFunction function) {
        if (function.runtime().isEmpty()) {
            throw new SimulatorException("Cannot deploy " + function + ": it has no runtime. "
                    + "Say how it is started: function(\"" + function.name()
                    + "\").runtime(process(…)) or inProcess(…), or code(…) with "
                    + "a bootstrap in it.");
        }
        return function;
    }

    /** What is deployed, if something is. */
    public Optional<LambdaFunction> function() {
        return deployed.get();
    }

    /** Invokes the function and returns as soon as that is in the journal. */
    public Invocation invoke(String json) {
        return invoke(InvokeRequest.of(json));
    }

    /** Invokes the function and returns as soon as that is in the journal. */
    public Invocation invoke(Payload event) {
        return invoke(InvokeRequest.of(event));
    }

    /**
     * Invokes the function and returns as soon as that is in the journal.
     *
     * @throws SimulatorException if the event is too large, or if it is no JSON, as far as its two ends show that
     */
    public Invocation invoke(InvokeRequest request) {
        LambdaFunction function = requireDeployed("invoke");
        EventRules.require(request.payload());
        return engine.invoke(function, request);
    }

    /** Starts that many environments ahead of any request, as Lambda sometimes does; returns when they have started. */
    public void initialize(int environments) {
        requireDeployed("initialize");
        if (environments < 0) {
            throw new SimulatorException(
                    "Cannot initialize " + environments + " environments. Name how many: 0 or more.");
        }
        engine.initialize(environments);
        engine.settle();
    }

    /**
     * Shuts down all environments with SPINDOWN, each after the invocation it may be busy with; returns as soon as the idle
     * ones have begun to.
     */
    public void shutDown() {
        requireOpen("shut down");
        engine.shutDown();
        engine.settle();
    }

    /** Where faults are ordered. */
    public Faults faults() {
        return faults;
    }

    /** The simulator's clock. */
    public VirtualTime time() {
        return new VirtualTime() {
            @Override
            public Instant now() {
                return engine.now();
            }

            @Override
            public void advance(Duration by) {
                move(by);
            }
        };
    }

    private void move(Duration by) {
        requireOpen("advance the clock");
        TimeRules.require("advance the clock by", by);
        if (!engine.advance(by)) {
            throw new SimulatorException(
                    "Cannot advance the clock: this simulator is in real time, which passes by itself. "
                            + "Start it with SimulatorOptions.defaults().virtualTime(), or say @LambdaSimulator(time = VIRTUAL).");
        }
    }

    /** Everything that happened. */
    public Journal journal() {
        return engine.journal();
    }

    /** Everything that happened, for human eyes. */
    public Timeline timeline() {
        return Timeline.of(journal());
    }

    /** What Lambda logs so far. */
    public FunctionLog log() {
        return FunctionLog.of(journal());
    }

    /** How it was started. */
    public SimulatorOptions options() {
        return options;
    }

    /**
     * How far real processes are kept from this machine. The first time in a JVM, this takes the milliseconds of finding out
     * what the machine has.
     */
    public Isolation isolation() {
        return grounds.isolation();
    }

    /**
     * Ends everything at once, and waits until no process and no file of it is left; its journal can still be read. The second
     * time does nothing.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            engine.close();
            supervisor.get().ifPresent(Supervisor::close);
        }
    }

    private LambdaFunction requireDeployed(String action) {
        requireOpen(action);
        return deployed.get()
                .orElseThrow(() -> new SimulatorException("Cannot " + action + ": no function is deployed yet. "
                        + "Call deploy(function(\"…\").runtime(…)) before."));
    }

    private void requireOpen(String action) {
        if (closed.get()) {
            throw new SimulatorException("Cannot " + action + ": this simulator is closed. "
                    + "A simulator serves one test; start another one, or ask for it in the test that needs it.");
        }
    }
}
