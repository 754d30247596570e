// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import java.time.Duration;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractDurationAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about what REPORT says of an invocation. All of them look; {@link InvocationAssert#reports()} has waited. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReportAssert extends LambdaAssert<ReportAssert, Invocation> {

    ReportAssert(@Nullable Invocation actual, Consequence consequence) {
        super(actual, ReportAssert.class, consequence);
    }

    /**
     * Verifies the status. A function that reports its own error is a success to REPORT.
     *
     * <pre>{@code
     * assertThat(invocation).reports().withStatus(TIMEOUT);   // passes with runtime(hanging())
     * assertThat(invocation).reports().withStatus(TIMEOUT);   // fails with runtime(echo())
     * }</pre>
     */
    public ReportAssert withStatus(Status status) {
        return sees(
                "to have the status " + status,
                report -> Verdict.of(report.status() == status, "the status is " + report.status()));
    }

    /**
     * Verifies AWS's name of the error.
     *
     * <pre>{@code
     * assertThat(invocation).reports().withErrorType("Runtime.ExitError");   // passes with runtime(crashing(3))
     * assertThat(invocation).reports().withErrorType("Runtime.ExitError");   // fails with runtime(echo())
     * }</pre>
     */
    public ReportAssert withErrorType(String errorType) {
        return sees(
                "to have the error type " + Words.quoted(errorType),
                report -> Verdict.of(report.errorType().equals(errorType), "it has " + errorOf(report)));
    }

    /**
     * Verifies that there is no error.
     *
     * <pre>{@code
     * assertThat(invocation).reports().withoutError();   // passes with runtime(echo())
     * assertThat(invocation).reports().withoutError();   // fails with runtime(crashing(3))
     * }</pre>
     */
    public ReportAssert withoutError() {
        return sees(
                "to have no error", report -> Verdict.of(report.errorType().isEmpty(), "it has " + errorOf(report)));
    }

    /**
     * Verifies how long everybody together had it, to the nanosecond: for virtual time.
     *
     * <pre>{@code
     * assertThat(invocation).reports().withDuration(ofSeconds(3));   // passes after a timeout of 3 s, which is exact
     * assertThat(invocation).reports().withDuration(ofMillis(12));   // fails in real time with runtime(echo())
     * }</pre>
     */
    public ReportAssert withDuration(Duration duration) {
        return sees(
                "to have the duration " + Words.of(duration),
                report -> Verdict.of(
                        report.duration().equals(duration), "the duration is " + Words.of(report.duration())));
    }

    /**
     * Verifies that an initialization was made for it ahead of its start.
     *
     * <pre>{@code
     * assertThat(first).reports().withInitDuration();    // passes: it came on a cold start
     * assertThat(second).reports().withInitDuration();   // fails: it came on a warm start
     * }</pre>
     */
    public ReportAssert withInitDuration() {
        return sees(
                "to have an init duration",
                report -> Verdict.of(report.initDuration().isPresent(), "there is none"));
    }

    /**
     * Verifies that no initialization was made for it ahead of its start.
     *
     * <pre>{@code
     * assertThat(second).reports().withoutInitDuration();   // passes: it came on a warm start
     * assertThat(first).reports().withoutInitDuration();    // fails: it came on a cold start
     * }</pre>
     */
    public ReportAssert withoutInitDuration() {
        return sees(
                "to have no init duration",
                report -> report.initDuration()
                        .map(init -> Verdict.never("it took " + Words.of(init) + " to initialize"))
                        .orElseGet(Verdict::holds));
    }

    /**
     * Goes on with AssertJ's assertions about the duration.
     *
     * <pre>{@code
     * assertThat(invocation).reports().duration().isLessThan(ofSeconds(3));   // passes with runtime(echo())
     * assertThat(invocation).reports().duration().isZero();                   // fails in real time
     * }</pre>
     */
    public AbstractDurationAssert<?> duration() {
        sees("to have a duration", report -> Verdict.holds());
        return described(consequence()
                .forDuration(actual.report().map(Completed::duration).orElse(null)));
    }

    /**
     * Goes on with AssertJ's assertions about the init duration; fails if there is none.
     *
     * <pre>{@code
     * assertThat(first).reports().initDuration().isLessThan(ofSeconds(10));   // passes: it came on a cold start
     * assertThat(second).reports().initDuration();                            // fails: it came on a warm start
     * }</pre>
     */
    public AbstractDurationAssert<?> initDuration() {
        withInitDuration();
        return described(consequence()
                .forDuration(actual.report().flatMap(Completed::initDuration).orElse(null)));
    }

    @Override
    Journal witness() {
        return actual.journal();
    }

    @Override
    String subject() {
        return "the REPORT of " + new Course(actual).name();
    }

    private ReportAssert sees(String words, Function<Completed, Verdict> judge) {
        return look(words, journal -> new Course(actual).report(judge), "reports()");
    }

    private static String errorOf(Completed report) {
        return report.errorType().isEmpty() ? "none" : Words.quoted(report.errorType());
    }
}
