// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.Timeline;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Keeps a beast: a simulator in which it is the runtime or an extension, on the level of isolation that the run is about.
 *
 * <p>It starts with the first that is asked of it, and so has to be furnished before.
 */
final class Cage implements AutoCloseable {

    /** How long processes may take to be gone once their simulator is. */
    static final Duration A_SECOND = Duration.ofSeconds(1);

    /** The function timeout. */
    static final Duration TIMEOUT = Duration.ofMinutes(1);

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Den den;
    private final String marker = UUID.randomUUID().toString();
    private SimulatorOptions options =
            onTheLevelOfTheRun(SimulatorOptions.defaults().patience(PATIENCE).initLimit(PATIENCE));
    private LambdaFunction function = LambdaFunction.function("zoo")
            .timeout(TIMEOUT)
            .variable("ZOO", marker)
            .variable("PERL_BADLANG", "0"); // a machine may lack Lambda's locale, of which Perl would complain

    private Optional<Simulator> open = Optional.empty();

    Cage() {
        this(Den.dug());
    }

    Cage(Den den) {
        this.den = den;
    }

    private static SimulatorOptions onTheLevelOfTheRun(SimulatorOptions options) {
        return Optional.ofNullable(System.getProperty("lambdarium.isolation"))
                .map(Isolation::valueOf)
                .map(options::isolation)
                .orElse(options);
    }

    Cage runtime(String beast) {
        den.runtime(beast);
        function = function.code(den.code());
        return this;
    }

    /** With one more extension, beside a runtime that does no harm. */
    Cage extension(String beast) {
        return extension(beast, beast);
    }

    Cage extension(String beast, String name) {
        function = function.layer(den.extension(beast, name));
        return den.hasRuntime() ? this : runtime("echoes");
    }

    /** With deadlines that pass when the test says so, whatever the machine is busy with. */
    Cage inVirtualTime() {
        options = options.virtualTime().initLimit(Duration.ofSeconds(10));
        return this;
    }

    Simulator lambda() {
        Simulator lambda = open.orElseGet(() -> Simulator.start(options).deploy(function));
        open = Optional.of(lambda);
        return lambda;
    }

    boolean has(Capability capability) {
        return lambda().isolation().has(capability);
    }

    Invocation invoke(String event) {
        return lambda().invoke(event);
    }

    /** What happened, as soon as that was the last of it. */
    List<String> taleUpTo(String last) {
        await(() -> lastDeed().equals(last));
        return tale();
    }

    /** Waits until that has happened for the nth time. */
    void await(String deed, int nth) {
        await(() -> Collections.frequency(tale(), deed) >= nth);
    }

    /** Waits until the runtime has written that. */
    void awaitLine(String line) {
        await(() -> lines().contains(line));
    }

    /** What does not come is missing in what the test asks for next. */
    private void await(BooleanSupplier condition) {
        lambda().journal().await(journal -> Optional.of(journal).filter(it -> condition.getAsBoolean()), PATIENCE);
    }

    /** Waits until somebody has called that for the nth time. */
    void awaitCall(Endpoint endpoint, int nth) {
        await(() -> lambda().journal().events(Received.class).stream()
                        .filter(call -> call.endpoint() == endpoint)
                        .count()
                >= nth);
    }

    String lastDeed() {
        List<String> tale = tale();
        return tale.isEmpty() ? "" : tale.get(tale.size() - 1);
    }

    private List<String> tale() {
        return Tale.of(lambda().journal());
    }

    void advance(Duration by) {
        lambda().time().advance(by);
    }

    /** The lines that the runtime wrote so far. */
    List<String> lines() {
        return lambda().journal().events(Wrote.class).stream()
                .filter(wrote -> wrote.participant().equals(Participant.RUNTIME))
                .map(Wrote::text)
                .toList();
    }

    /** What the diagnosis says, with invocations counted from 1. */
    List<String> findings() {
        Timeline timeline = lambda().timeline();
        List<String> requests = lambda().journal().events(Requested.class).stream()
                .map(request -> timeline.invocation(request.requestId()))
                .toList();
        return timeline.findings().stream()
                .map(finding -> counted(finding, requests))
                .toList();
    }

    private static String counted(String finding, List<String> requests) {
        return requests.stream()
                .reduce(
                        finding,
                        (text, id) -> text.replaceAll("\\b" + id + "\\b", "invocation " + (requests.indexOf(id) + 1)));
    }

    /** Opens the cage, and says who is left a second later. Who kept them in process groups may keep others then. */
    List<String> left() {
        Census before = has(Capability.REAL_PATHS) ? Census.of(marker).andGuards() : Census.of(marker);
        lambda().close();
        return before.awaitEnd(A_SECOND).and(Census.of(marker)).running();
    }

    /** Who is left where daemons may survive their environment; nobody elsewhere. */
    List<String> unlessAllEnd(String name) {
        return has(Capability.ALL_ENDS) ? List.of() : List.of(name);
    }

    @Override
    public void close() {
        open.ifPresent(Simulator::close);
        Census.of(marker).kill();
        den.close();
    }
}
