// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Timeline;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The way of an invocation, from the request to REPORT.
 *
 * @param invocation which one
 */
record Course(Invocation invocation) {

    /** What the caller's result says to that; open while there is none. */
    Verdict ended(Predicate<Outcome> expected) {
        return result(outcome -> Verdict.of(expected.test(outcome), "it " + Words.of(outcome)));
    }

    Verdict result(Function<Outcome, Verdict> judge) {
        return invocation
                .outcome()
                .map(outcome -> judge.apply(outcome).at(last(Course::isResult)))
                .orElseGet(this::unfinished);
    }

    /** What REPORT says to that; open until everybody is done. */
    Verdict report(Function<Completed, Verdict> judge) {
        Optional<Verdict> told =
                invocation.report().map(report -> judge.apply(report).at(last(Completed.class::isInstance)));
        return told.orElseGet(() -> invocation
                .outcome()
                .map(outcome -> isReported(outcome)
                        ? Verdict.notYet("the runtime or an extension is not done with it")
                        : Verdict.never("there is no REPORT of it: it " + Words.of(outcome)))
                .orElseGet(this::unfinished));
    }

    /** Whether nobody will be told of it any more. */
    boolean isOver(Journal now) {
        return now.entries().stream()
                .map(Entry::event)
                .anyMatch(event -> isAbout(event) && (event instanceof Completed || event instanceof Throttled));
    }

    /** How it is called in messages. */
    String name() {
        String id = Timeline.of(invocation.journal()).invocation(invocation.requestId());
        return "invocation " + id
                + function().map(it -> " of function " + Words.quoted(it)).orElse("");
    }

    /** The last entry of that kind about it. */
    Optional<Entry> last(Predicate<Event> kind) {
        return invocation.journal().entries().stream()
                .filter(entry -> isAbout(entry.event()) && kind.test(entry.event()))
                .reduce((former, latter) -> latter);
    }

    private Verdict unfinished() {
        if (last(Started.class::isInstance).isPresent()) {
            return Verdict.notYet("it is still running").at(last(Started.class::isInstance));
        }
        Optional<Entry> assigned = last(Assigned.class::isInstance);
        return Verdict.notYet(
                        assigned.isPresent() ? "its environment is still initializing" : "it waits for an environment")
                .at(assigned.isPresent() ? assigned : last(Requested.class::isInstance));
    }

    /** The seventh part of an ARN is the function's name. */
    private Optional<String> function() {
        return invocation.journal().events(Requested.class).stream()
                .filter(requested -> requested.requestId().equals(invocation.requestId()))
                .map(requested -> requested.request().functionArn().split(":", -1))
                .filter(parts -> parts.length > 6)
                .map(parts -> parts[6])
                .findFirst();
    }

    private boolean isAbout(Event event) {
        return event instanceof InvocationEvent about && about.requestId().equals(invocation.requestId());
    }

    private static boolean isReported(Outcome outcome) {
        return !(outcome instanceof Outcome.Throttled || outcome instanceof Outcome.Lost);
    }

    private static boolean isResult(Event event) {
        return event instanceof Responded
                || event instanceof ErrorReported
                || event instanceof Failed
                || event instanceof TimedOut
                || event instanceof Throttled;
    }
}
