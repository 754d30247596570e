// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A journal that a test writes itself, of environments of one function. */
final class Ledger implements Journal {

    static final String STREAM = "2026/08/09/[$LATEST]0123456789abcdef0123456789abcdef";

    private final LambdaFunction function;
    private final List<Entry> entries = new ArrayList<>();
    private SimulatorOptions options = SimulatorOptions.defaults();
    private Instant now = began();
    private EnvironmentId environment = new EnvironmentId(1);

    Ledger(LambdaFunction function) {
        this.function = function;
    }

    Ledger startedWith(SimulatorOptions others) {
        options = others;
        return this;
    }

    static Ledger of(LambdaFunction function) {
        return new Ledger(function);
    }

    // --- what can be written ---

    Ledger at(long millis) {
        now = began().plusMillis(millis);
        return this;
    }

    Ledger in(int number) {
        environment = new EnvironmentId(number);
        return this;
    }

    Ledger write(Event... events) {
        for (Event event : events) {
            entries.add(new Entry(entries.size(), now, Optional.of(environment), event));
        }
        return this;
    }

    Ledger starts() {
        return write(new Started(false, STREAM), new InitializationStarted(InitPhase.INIT, now.plusSeconds(10)))
                .write(new Launched(Participant.RUNTIME, 1));
    }

    Ledger initialized(Duration took) {
        return write(new Initialized(InitPhase.INIT, took));
    }

    Ledger invokes(String requestId) {
        return write(new InvocationEvent.Started(requestId, now.plusSeconds(3)));
    }

    Ledger writes(String text) {
        return write(new Wrote(Participant.RUNTIME, 1, Stream.OUTPUT, text));
    }

    /** The answer takes a millisecond to read, and the runtime another one to ask again. */
    Ledger responds(String requestId, Duration took) {
        CallId call = new CallId(entries.size());
        write(new Received(call, Endpoint.RUNTIME_RESPONSE, Participant.RUNTIME, requestId));
        now = now.plusMillis(1);
        write(new Responded(requestId, call, 15, false));
        now = now.plusMillis(1);
        return write(new RuntimeDone(requestId, Status.SUCCESS, took));
    }

    Ledger completes(String requestId, Duration took, Optional<Duration> init) {
        return write(new Completed(requestId, Status.SUCCESS, "", took, init));
    }

    /** A whole cold start with one warm invocation after it. */
    Ledger coldAndWarm() {
        return starts().at(110)
                .initialized(Duration.ofNanos(110_100_000))
                .invokes("r-1")
                .at(120)
                .responds("r-1", Duration.ofMillis(12))
                .completes("r-1", Duration.ofNanos(12_014_999), Optional.of(Duration.ofNanos(110_100_000)))
                .at(200)
                .invokes("r-2")
                .at(202)
                .responds("r-2", Duration.ofMillis(4))
                .completes("r-2", Duration.ofMillis(4), Optional.empty());
    }

    // --- what is read ---

    String text() {
        return FunctionLog.of(this).text();
    }

    @Override
    public Optional<LambdaFunction> function(EnvironmentId somewhere) {
        return Optional.of(function);
    }

    @Override
    public Instant began() {
        return Instant.parse("2026-08-09T12:00:00Z");
    }

    @Override
    public SimulatorOptions options() {
        return options;
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public <T> Optional<T> await(Function<Journal, Optional<T>> question, Duration patience) {
        return question.apply(this);
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public long dropped() {
        return 0;
    }
}
