// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A started simulator in which the test itself plays the runtime and the extensions, with raw bytes.
 *
 * <p>Everything here waits for something and fails with the timeline if it does not come.
 */
final class Scene implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** With a function timeout that no test in real time reaches, however slow the machine. */
    static final UnaryOperator<LambdaFunction> UNHURRIED = function -> function.timeout(Duration.ofMinutes(15));

    private final Simulator lambda;
    private final Attached runtime = Bootstrap.attached();
    private final Map<String, Attached> extensions = new HashMap<>();
    private final Queue<Poll> polls = new ConcurrentLinkedQueue<>();

    private Scene(SimulatorOptions options) {
        this.lambda = Simulator.start(options);
    }

    /** In real time. */
    static Scene inRealTime() {
        return new Scene(SimulatorOptions.defaults());
    }

    /** Started like that. */
    static Scene with(SimulatorOptions options) {
        return new Scene(options);
    }

    /** In virtual time: nothing becomes due before {@link #advance}. */
    static Scene inVirtualTime() {
        return new Scene(SimulatorOptions.defaults().virtualTime());
    }

    /** Deploys the function {@code f} with handler {@code app.handler} and these external extensions. */
    Scene deploy(String... names) {
        return deploy(UnaryOperator.identity(), names);
    }

    /** Deploys the function {@code f} with handler {@code app.handler}, these settings and these external extensions. */
    Scene deploy(UnaryOperator<LambdaFunction> settings, String... names) {
        LambdaFunction deployed =
                settings.apply(function("f").handler("app.handler").runtime(runtime));
        for (String name : names) {
            Attached extension = extensions.computeIfAbsent(name, unknown -> Bootstrap.attached());
            deployed = deployed.extension(name, extension);
        }
        lambda.deploy(deployed);
        return this;
    }

    Simulator lambda() {
        return lambda;
    }

    Invocation invoke(String event) {
        return lambda.invoke(event);
    }

    void advance(Duration by) {
        lambda.time().advance(by);
    }

    /** The runtime that is launched next; its initialization must be under way. */
    RuntimePeer runtime() {
        return new RuntimePeer(this, runtime.awaitLaunch(PATIENCE));
    }

    /** The extension of that name that is launched next; its initialization must be under way. */
    ExtensionPeer extension(String name) {
        return new ExtensionPeer(this, extensions.get(name).awaitLaunch(PATIENCE), name);
    }

    /** The runtime that is launched next, beside a registered extension that wants no events and waits. */
    RuntimePeer besides(String extension) {
        ExtensionPeer idle = extension(extension);
        idle.next(idle.register());
        return runtime();
    }

    /** Starts an environment ahead of any request; its participants can be taken then. */
    Scene initialize() {
        lambda.initialize(1);
        return this;
    }

    /** The first event of that type that fits, as soon as it is there. */
    <E extends Event> E await(Class<E> type, Predicate<E> fitting) {
        return await(type, fitting, 1);
    }

    /** The nth event of that type that fits, as soon as it is there and what it decides is carried out. */
    <E extends Event> E await(Class<E> type, Predicate<E> fitting, int nth) {
        Optional<E> found = lambda.journal()
                .await(
                        journal -> journal.events(type).stream()
                                .filter(fitting)
                                .skip(nth - 1)
                                .findFirst(),
                        PATIENCE);
        count(type); // whoever reads the journal waits for that
        return found.orElseThrow(() ->
                new AssertionError("no " + type.getSimpleName() + " number " + nth + " in\n" + lambda.timeline()));
    }

    <E extends Event> E await(Class<E> type) {
        return await(type, any -> true);
    }

    /** How many events of that type there are. */
    int count(Class<? extends Event> type) {
        return lambda.journal().events(type).size();
    }

    /** Keeps a poll that its test no longer looks at: a connection that nobody knows is closed when memory runs short. */
    Poll keep(Poll poll) {
        polls.add(poll);
        return poll;
    }

    /** When there were events of that type. */
    List<Instant> when(Class<? extends Event> type) {
        return lambda.journal().entries().stream()
                .filter(entry -> type.isInstance(entry.event()))
                .map(Journal.Entry::at)
                .toList();
    }

    @Override
    public void close() {
        lambda.close();
        polls.forEach(Poll::close);
    }
}
