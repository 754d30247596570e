// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Assertions about someone who lives in execution environments: what it calls, what it gets for an answer, and what it
 * writes.
 *
 * @param <SELF> the assertions themselves
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class ParticipantAssert<SELF extends ParticipantAssert<SELF>> extends LifeAssert<SELF>
        permits RuntimeAssert, ShutdownAssert {

    ParticipantAssert(Journal journal, Participant who, Class<SELF> self, Consequence consequence) {
        super(journal, who, self, consequence);
    }

    /**
     * Waits until it has called that, answered or not, that often; fails at once if it called more often. Calls of the
     * runtime that a fault answered count too.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().calls(RUNTIME_NEXT, 2);   // passes after one invocation: it asks again
     * assertThat(lambda).runtime().calls(RUNTIME_NEXT, 1);   // fails after two invocations
     * }</pre>
     */
    public SELF calls(Endpoint endpoint, int times) {
        return waitFor("to call " + endpoint + " " + Words.times(times), number(endpoint, times));
    }

    /**
     * Verifies that it has called that, answered or not, that often. Calls of the runtime that a fault answered count too.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().called(RUNTIME_RESPONSE, 1);   // passes when one invocation succeeded
     * assertThat(lambda).runtime().called(RUNTIME_RESPONSE, 0);   // fails when one invocation succeeded
     * }</pre>
     */
    public SELF called(Endpoint endpoint, int times) {
        return look("to have called " + endpoint + " " + Words.times(times), number(endpoint, times), "calls(…)");
    }

    /**
     * Waits until a call of it is refused with that error type.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().isRefused("InvalidStateTransition");   // passes if it responds twice
     * assertThat(lambda).runtime().isRefused("InvalidRequestID");         // fails if it names the right one
     * }</pre>
     */
    public SELF isRefused(String errorType) {
        return waitFor("to be refused with " + Words.quoted(errorType), refused(errorType));
    }

    /**
     * Verifies that a call of it was refused with that error type; {@link #isRefused} waits.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().wasRefused("InvalidStateTransition");   // passes after it responded twice
     * assertThat(lambda).runtime().wasRefused("InvalidStateTransition");   // fails before
     * }</pre>
     */
    public SELF wasRefused(String errorType) {
        return look("to have been refused with " + Words.quoted(errorType), refused(errorType), "isRefused(…)");
    }

    /**
     * Waits until it reports that it could not initialize, because of an error of that type.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().reportsInitError("Runtime.NoSuchHandler");   // passes if it posts that to /init/error
     * assertThat(lambda).runtime().reportsInitError("Runtime.NoSuchHandler");   // fails if it just exits
     * }</pre>
     */
    public SELF reportsInitError(String errorType) {
        return waitFor("to report the init error " + Words.quoted(errorType), initError(errorType));
    }

    /**
     * Verifies that it has reported that it could not initialize; {@link #reportsInitError} waits.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().reportedInitError("Runtime.NoSuchHandler");   // passes after it posted that
     * assertThat(lambda).runtime().reportedInitError("Runtime.NoSuchHandler");   // fails before
     * }</pre>
     */
    public SELF reportedInitError(String errorType) {
        return look(
                "to have reported the init error " + Words.quoted(errorType),
                initError(errorType),
                "reportsInitError(…)");
    }

    /**
     * Waits until it writes that line, wherever to; a framed log is one line, however many it has. Only processes write.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().writesLine("serving Ada");   // passes if it is a process and prints that
     * assertThat(lambda).runtime().writesLine("serving");       // fails: it is not the whole line
     * }</pre>
     */
    public SELF writesLine(String line) {
        return waitFor("to write the line " + Words.quoted(line), wrote(line));
    }

    /**
     * Verifies that it has written that line; {@link #writesLine} waits. What was written during an invocation is known when
     * it has completed.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().wroteLine("serving Ada");     // passes after it served Ada
     * assertThat(lambda).runtime().wroteLine("serving Grace");   // fails if it never served her
     * }</pre>
     */
    public SELF wroteLine(String line) {
        return look("to have written the line " + Words.quoted(line), wrote(line), "writesLine(…)");
    }

    // --- internals ---

    private Function<Journal, Verdict> number(Endpoint endpoint, int times) {
        Predicate<Event> wanted = event -> event instanceof Received received && received.endpoint() == endpoint;
        Lives whose = lives();
        return now -> {
            long found = new Calls(whose, endpoint).count(now);
            return whose.counted(now, new Tally(found, times, Words.count("it", "called", found)))
                    .at(whose.last(now, wanted));
        };
    }

    private Function<Journal, Verdict> refused(String errorType) {
        return lives().anyHas(
                        event -> event instanceof Answered answered
                                && answered.answer() instanceof Answer.Refused refused
                                && refused.errorType().equals(errorType),
                        "no call of it was refused so");
    }

    private Function<Journal, Verdict> wrote(String line) {
        Lives whose = lives();
        Predicate<Event> wanted =
                event -> event instanceof Wrote wrote && wrote.text().equals(line);
        return now -> whose.anyHas(wanted, lastLine(whose, now)).apply(now);
    }

    private static String lastLine(Lives whose, Journal now) {
        return whose.last(now, Wrote.class::isInstance)
                .map(entry -> "the last that it wrote is " + Words.quoted(((Wrote) entry.event()).text()))
                .orElseGet(() -> Words.nothing("it wrote nothing"));
    }

    private Function<Journal, Verdict> initError(String errorType) {
        return lives().anyHas(
                        event -> event instanceof InitErrorReported reported
                                && reported.errorType().equals(errorType),
                        "it reported no such error");
    }
}
