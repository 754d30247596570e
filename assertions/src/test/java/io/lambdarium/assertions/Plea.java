// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import io.lambdarium.simulator.event.InvocationRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * An invocation of function "slow", read from a diary.
 *
 * @param answer what the caller gets, if something was written of it
 */
record Plea(Diary journal, String requestId, Payload answer) implements Invocation {

    static final String ID = "7f3c0000-0000-4000-8000-000000000001";

    static Plea in(Diary diary) {
        return new Plea(diary, ID, Payload.of("{\"a\": 1, \"b\": [1, 2]}"));
    }

    static Plea in(Diary diary, String answer) {
        return new Plea(diary, ID, Payload.of(answer));
    }

    // --- What can be written of it ---

    Requested requested() {
        return new Requested(new InvocationRequest(
                requestId, "arn:aws:lambda:eu-west-1:123456789012:function:slow", "", "", "", "", "", 2));
    }

    Throttled throttled() {
        return new Throttled(requestId, "ReservedFunctionConcurrentInvocationLimitExceeded");
    }

    Assigned assigned(Start start) {
        return new Assigned(requestId, new EnvironmentId(1), start);
    }

    Started started() {
        return new Started(requestId, journal.after(3_060));
    }

    Responded responded() {
        return new Responded(requestId, new CallId(9), answer.size(), false);
    }

    ErrorReported erred() {
        return new ErrorReported(requestId, new CallId(9), "User.Unknown");
    }

    Failed failed() {
        return new Failed(requestId, new Failure("Runtime.ExitError", "exit status 3"));
    }

    TimedOut timedOut() {
        return new TimedOut(requestId, Duration.ofSeconds(3));
    }

    Completed completed(Status status, String errorType) {
        return new Completed(requestId, status, errorType, Duration.ofMillis(12), Optional.empty());
    }

    Completed completed(Duration init) {
        return new Completed(requestId, Status.SUCCESS, "", Duration.ofMillis(12), Optional.of(init));
    }

    // --- What is read of it ---

    @Override
    public Payload event() {
        return Payload.of("{}");
    }

    @Override
    public Optional<Outcome> outcome() {
        return journal.entries().stream()
                .flatMap(entry -> outcome(entry.event()).stream())
                .findFirst();
    }

    private Optional<Outcome> outcome(Event event) {
        if (event instanceof Responded) {
            return Optional.of(new Outcome.Succeeded(answer));
        }
        if (event instanceof ErrorReported error) {
            return Optional.of(new Outcome.Failed(error.errorType(), answer));
        }
        if (event instanceof Failed failed) {
            return Optional.of(new Outcome.Failed(failed.failure().errorType(), answer));
        }
        if (event instanceof TimedOut timedOut) {
            return Optional.of(new Outcome.TimedOut(timedOut.timeout(), answer));
        }
        return event instanceof Throttled throttled
                ? Optional.of(new Outcome.Throttled(throttled.reason(), answer))
                : Optional.empty();
    }

    @Override
    public Optional<Duration> after() {
        return journal.entries().stream()
                .filter(entry -> outcome(entry.event()).isPresent())
                .findFirst()
                .map(entry -> Duration.between(journal.entries().get(0).at(), entry.at()));
    }

    @Override
    public Optional<Start> start() {
        return journal.events(Assigned.class).stream().map(Assigned::start).findFirst();
    }

    @Override
    public Optional<Completed> report() {
        return journal.events(Completed.class).stream().findFirst();
    }

    @Override
    public Outcome await() {
        throw new SimulatorException("Nobody waits here: our assertions wait in the journal.");
    }

    @Override
    public Outcome await(Duration patience) {
        return await();
    }

    @Override
    public Completed awaitReport() {
        throw new SimulatorException("Nobody waits here: our assertions wait in the journal.");
    }
}
