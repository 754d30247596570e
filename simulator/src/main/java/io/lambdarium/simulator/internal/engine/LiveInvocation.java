// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An invocation, written by the projection as the journal grows and read by whoever holds it. */
final class LiveInvocation implements Invocation {

    private final String requestId;
    private final Payload event;
    private final Instant requested;
    private final Recorder journal;
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private final CompletableFuture<Start> start = new CompletableFuture<>();
    private final CompletableFuture<Optional<Completed>> report = new CompletableFuture<>();

    /** How it ended for its caller, and when. */
    private record Ended(Outcome outcome, Instant at) {}

    LiveInvocation(String requestId, Payload event, Instant requested, Recorder journal) {
        this.requestId = requestId;
        this.event = event;
        this.requested = requested;
        this.journal = journal;
    }

    void started(Start how) {
        start.complete(how);
    }

    void ended(Outcome outcome, Instant at) {
        ended.complete(new Ended(outcome, at));
    }

    void completed(Completed completed) {
        report.complete(Optional.of(completed));
    }

    /** Nothing came of it, and nothing will; or only for its caller, if he has a result already. */
    void endedWithoutReport(Outcome outcome, Instant at) {
        ended(outcome, at);
        report.complete(Optional.empty());
    }

    private Duration patience() {
        return journal.options().patience();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public Payload event() {
        return event;
    }

    @Override
    public Optional<Outcome> outcome() {
        journal.settle();
        return Optional.ofNullable(ended.getNow(null)).map(Ended::outcome);
    }

    @Override
    public Optional<Duration> after() {
        journal.settle();
        return Optional.ofNullable(ended.getNow(null)).map(end -> Duration.between(requested, end.at()));
    }

    @Override
    public Optional<Start> start() {
        journal.settle();
        return Optional.ofNullable(start.getNow(null));
    }

    @Override
    public Optional<Completed> report() {
        journal.settle();
        return report.getNow(Optional.empty());
    }

    @Override
    public Outcome await() {
        return await(patience());
    }

    @Override
    public Outcome await(Duration limit) {
        return await(ended, limit, "result").outcome();
    }

    @Override
    public Completed awaitReport() {
        return await(report, patience(), "report")
                .orElseThrow(() -> new SimulatorException("There will be no report of " + this + ": " + whyNoReport()));
    }

    private String whyNoReport() {
        return await() instanceof Outcome.Throttled throttled
                ? "it was throttled, for " + throttled.reason() + ", so no environment ever had it."
                : "its simulator was closed before.";
    }

    private <T> T await(CompletableFuture<T> future, Duration limit, String what) {
        try {
            return future.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SimulatorException(
                    "Waited " + limit.toMillis() + " ms for the " + what + " of " + this
                            + ", but it did not come. The timeline tells who is holding it; in virtual time, advance the clock.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SimulatorException("Interrupted while waiting for the " + what + " of " + this + ".", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it with an exception", e);
        }
    }

    @Override
    public String toString() {
        return "invocation " + requestId;
    }
}
