// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Outcome;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about an invocation, as its caller sees it.
 *
 * <p>{@code succeeds()} and its like wait for the caller's result, {@code completes()} for the extensions too; what follows
 * them, from {@code withPayload(…)} to {@code after(…)}, looks at that result.
 *
 * <pre>{@code
 * assertThat(lambda.invoke("\"Ada\"")).succeeds().withPayload("\"Hello, Ada!\"").onAColdStart();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvocationAssert extends ResultAssert {

    InvocationAssert(@Nullable Invocation actual, Consequence consequence) {
        super(actual, consequence);
    }

    /**
     * Waits for the result, and verifies that the runtime answered.
     *
     * <pre>{@code
     * assertThat(lambda.invoke("{}")).succeeds();   // passes with runtime(echo())
     * assertThat(lambda.invoke("{}")).succeeds();   // fails with runtime(crashing(3))
     * }</pre>
     */
    public InvocationAssert succeeds() {
        return awaits("to succeed", Outcome.Succeeded.class::isInstance);
    }

    /**
     * Verifies that the runtime has answered. Fails on an unfinished invocation; {@link #succeeds()} waits.
     *
     * <pre>{@code
     * lambda.invoke("{}").await();
     * assertThat(invocation).succeeded();             // passes with runtime(echo())
     * assertThat(lambda.invoke("{}")).succeeded();    // fails: it is still running
     * }</pre>
     */
    public InvocationAssert succeeded() {
        return sees("to have succeeded", Outcome.Succeeded.class::isInstance, "succeeds()");
    }

    /**
     * Waits for the result, and verifies that the function, the runtime or an extension failed. Neither a timeout nor
     * throttling is a failure in this sense: see {@link #timesOut()} and {@link #isThrottled()}.
     *
     * <pre>{@code
     * assertThat(lambda.invoke("{}")).fails();   // passes with runtime(crashing(3))
     * assertThat(lambda.invoke("{}")).fails();   // fails with runtime(echo())
     * }</pre>
     */
    public InvocationAssert fails() {
        return awaits("to fail", Outcome.Failed.class::isInstance);
    }

    /**
     * Verifies that the function, the runtime or an extension has failed. Fails on an unfinished invocation;
     * {@link #fails()} waits.
     *
     * <pre>{@code
     * assertThat(invocation).failed();   // passes after runtime(crashing(3)) crashed
     * assertThat(invocation).failed();   // fails while it is running
     * }</pre>
     */
    public InvocationAssert failed() {
        return sees("to have failed", Outcome.Failed.class::isInstance, "fails()");
    }

    /**
     * Waits for the result, and verifies that it is a failure of that type: AWS's, or the one that the runtime gave.
     *
     * <pre>{@code
     * assertThat(lambda.invoke("{}")).failsWith("Runtime.ExitError");   // passes with runtime(crashing(3))
     * assertThat(lambda.invoke("{}")).failsWith("Runtime.ExitError");   // fails if the runtime reports MyError
     * }</pre>
     */
    public InvocationAssert failsWith(String errorType) {
        return awaits("to fail with " + Words.safe(errorType), failure(errorType));
    }

    /**
     * Verifies that it has failed with that type. Fails on an unfinished invocation; {@link #failsWith} waits.
     *
     * <pre>{@code
     * assertThat(invocation).failedWith("Runtime.ExitError");   // passes after runtime(crashing(3)) crashed
     * assertThat(invocation).failedWith("Runtime.ExitError");   // fails while it is running
     * }</pre>
     */
    public InvocationAssert failedWith(String errorType) {
        return sees("to have failed with " + Words.safe(errorType), failure(errorType), "failsWith(…)");
    }

    /**
     * Waits for the result, and verifies that the function timeout passed.
     *
     * <pre>{@code
     * assertThat(lambda.invoke("{}")).timesOut();   // passes with runtime(hanging())
     * assertThat(lambda.invoke("{}")).timesOut();   // fails with runtime(echo())
     * }</pre>
     */
    public InvocationAssert timesOut() {
        return awaits("to time out", Outcome.TimedOut.class::isInstance);
    }

    /**
     * Verifies that the function timeout has passed. Fails on an unfinished invocation; {@link #timesOut()} waits.
     *
     * <pre>{@code
     * lambda.time().advance(ofSeconds(3));
     * assertThat(invocation).timedOut();   // passes with timeout(ofSeconds(3)) and runtime(hanging())
     * assertThat(invocation).timedOut();   // fails with timeout(ofSeconds(4))
     * }</pre>
     */
    public InvocationAssert timedOut() {
        return sees("to have timed out", Outcome.TimedOut.class::isInstance, "timesOut()");
    }

    /**
     * Waits for the result, and verifies that it is 429: too many invocations ran already.
     *
     * <pre>{@code
     * assertThat(lambda.invoke("{}")).isThrottled();   // passes with concurrency(0)
     * assertThat(lambda.invoke("{}")).isThrottled();   // fails if an environment is free
     * }</pre>
     */
    public InvocationAssert isThrottled() {
        return awaits("to be throttled", Outcome.Throttled.class::isInstance);
    }

    /**
     * Verifies that it was throttled. Fails on an unfinished invocation; {@link #isThrottled()} waits.
     *
     * <pre>{@code
     * assertThat(third).wasThrottled();   // passes with concurrency(2) and two others running
     * assertThat(first).wasThrottled();   // fails: it got an environment
     * }</pre>
     */
    public InvocationAssert wasThrottled() {
        return sees("to have been throttled", Outcome.Throttled.class::isInstance, "isThrottled()");
    }

    /**
     * Waits until the runtime and all extensions are done with it, however it ended.
     *
     * <pre>{@code
     * assertThat(invocation).completes();   // passes when everybody has asked for the next event
     * assertThat(invocation).completes();   // fails if it was throttled: then nobody ever has it
     * }</pre>
     */
    public InvocationAssert completes() {
        return waitFor("to complete", journal -> course().report(report -> Verdict.holds()));
    }

    /**
     * Verifies that the runtime and all extensions are done with it. If they are not, it fails; {@link #completes()} waits.
     *
     * <pre>{@code
     * assertThat(invocation).completed();   // passes when there is a REPORT
     * assertThat(invocation).completed();   // fails while an extension is busy with it
     * }</pre>
     */
    public InvocationAssert completed() {
        return look("to have completed", journal -> course().report(report -> Verdict.holds()), "completes()");
    }

    /**
     * Verifies that the caller has no result yet.
     *
     * <pre>{@code
     * assertThat(invocation).isRunning();   // passes while runtime(hanging()) has time left
     * assertThat(invocation).isRunning();   // fails when it has timed out
     * }</pre>
     */
    public InvocationAssert isRunning() {
        return look("to be running", journal -> {
            Verdict verdict = course().ended(outcome -> false);
            return verdict.isOpen() ? Verdict.holds() : verdict;
        });
    }

    /**
     * Waits until the runtime and all extensions are done with it, and goes on with what REPORT says.
     *
     * <pre>{@code
     * assertThat(invocation).reports().withStatus(SUCCESS).withInitDuration();   // passes on a cold start of echo()
     * assertThat(invocation).reports().withStatus(SUCCESS);                      // fails with runtime(crashing(3))
     * }</pre>
     */
    public ReportAssert reports() {
        waitFor("to be reported", journal -> course().report(report -> Verdict.holds()));
        return report();
    }

    /**
     * Goes on with what REPORT says. Fails if there is none yet; {@link #reports()} waits.
     *
     * <pre>{@code
     * assertThat(invocation).completes().reported().withStatus(SUCCESS);   // passes with runtime(echo())
     * assertThat(invocation).reported();                                   // fails while an extension is busy with it
     * }</pre>
     */
    public ReportAssert reported() {
        look("to have been reported", journal -> course().report(report -> Verdict.holds()), "reports()");
        return report();
    }

    /**
     * Waits until that line is in its log, whoever writes it; a framed log is one line, however many it has. It fails at once
     * when REPORT is logged and the line is not there.
     *
     * <pre>{@code
     * assertThat(invocation).logs("serving Ada");   // passes if its runtime is a process and prints that meanwhile
     * assertThat(invocation).logs("starting");      // fails if that is printed before START
     * }</pre>
     */
    public InvocationAssert logs(String line) {
        return waitFor("to log the line " + Words.quoted(line), logging(line));
    }

    /**
     * Verifies that this line is in its log; {@link #logs} waits. What its processes write is known when it has completed.
     *
     * <pre>{@code
     * assertThat(invocation).completes().logged("serving Ada");   // passes if its runtime printed that meanwhile
     * assertThat(invocation).completes().logged("serving");       // fails: it is not the whole line
     * }</pre>
     */
    public InvocationAssert logged(String line) {
        return look("to have logged the line " + Words.quoted(line), logging(line), "logs(…)");
    }

    /**
     * Goes on with AssertJ's assertions about the text of its log, as far as it was written.
     *
     * <pre>{@code
     * assertThat(invocation).completes().log().contains("Status: timeout");   // passes with runtime(hanging())
     * assertThat(invocation).completes().log().contains("INIT_START");        // fails: its log begins with START
     * }</pre>
     */
    public AbstractStringAssert<?> log() {
        isNotNull();
        return described(consequence().forText(actual.log().text()));
    }

    private Function<Journal, Verdict> logging(String line) {
        return now -> new LoggedLines(now, actual).have(line);
    }

    private ReportAssert report() {
        return handOver(new ReportAssert(actual, consequence()));
    }

    private InvocationAssert awaits(String words, Predicate<Outcome> expected) {
        return waitFor(words, journal -> course().ended(expected));
    }

    private static Predicate<Outcome> failure(String errorType) {
        return outcome ->
                outcome instanceof Outcome.Failed failed && failed.errorType().equals(errorType);
    }
}
