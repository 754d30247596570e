// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what the caller of an invocation got, when, and from what kind of start. All of them look, and fail on
 * something unfinished: begin with one that waits, such as {@link InvocationAssert#succeeds()}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class ResultAssert extends LambdaAssert<InvocationAssert, Invocation> permits InvocationAssert {

    private static final String WAITING = "succeeds(), fails() or timesOut()";

    ResultAssert(@Nullable Invocation actual, Consequence consequence) {
        super(actual, InvocationAssert.class, consequence);
    }

    // --- what ---

    /**
     * Verifies what the caller got: the same text, or JSON of the same meaning. Blanks and the order of keys do not count,
     * nor whether 1 is written 1.0; where they must, compare {@linkplain #withPayload(Payload) the bytes}.
     *
     * <pre>{@code
     * assertThat(invocation).succeeds().withPayload("{ \"b\": 2, \"a\": 1 }");   // passes with {"a":1,"b":2}
     * assertThat(invocation).succeeds().withPayload("[2, 1]");                   // fails with [1,2]
     * }</pre>
     */
    public InvocationAssert withPayload(String json) {
        return sees(
                "to have the payload " + Payload.of(json),
                outcome -> JsonText.same(json, outcome.payload().text()),
                WAITING);
    }

    /**
     * Verifies what the caller got, byte by byte.
     *
     * <pre>{@code
     * assertThat(invocation).succeeds().withPayload(Payload.of("{}"));   // passes with {}
     * assertThat(invocation).succeeds().withPayload(Payload.of("{}"));   // fails with { }
     * }</pre>
     */
    public InvocationAssert withPayload(Payload bytes) {
        return sees("to have exactly the payload " + bytes, outcome -> bytes.equals(outcome.payload()), WAITING);
    }

    /**
     * Verifies that the payload, read as UTF-8, contains that.
     *
     * <pre>{@code
     * assertThat(invocation).succeeds().withPayloadContaining("Ada");   // passes with "Hello, Ada!"
     * assertThat(invocation).succeeds().withPayloadContaining("ada");   // fails with "Hello, Ada!"
     * }</pre>
     */
    public InvocationAssert withPayloadContaining(String text) {
        return sees(
                "to have a payload that contains " + Words.quoted(text),
                outcome -> outcome.payload().text().contains(text),
                WAITING);
    }

    /**
     * Goes on with AssertJ's assertions about the payload, read as UTF-8.
     *
     * <pre>{@code
     * assertThat(invocation).succeeds().payload().startsWith("<html>");   // passes with <html></html>
     * assertThat(invocation).succeeds().payload().isEmpty();              // fails with <html></html>
     * }</pre>
     */
    public AbstractStringAssert<?> payload() {
        sees("to have a payload", outcome -> true, WAITING);
        return described(consequence()
                .forText(actual.outcome().map(it -> it.payload().text()).orElse(null)));
    }

    /**
     * Verifies the type of the error: AWS's, or the one that the runtime gave. What succeeded has none, whatever stands in its
     * payload.
     *
     * <pre>{@code
     * assertThat(invocation).timesOut().withErrorType("Sandbox.Timedout");   // passes
     * assertThat(invocation).succeeds().withErrorType("Sandbox.Timedout");   // fails: there is no error
     * }</pre>
     */
    public InvocationAssert withErrorType(String errorType) {
        return seesError("to have the error type " + Words.quoted(errorType), "errorType", errorType::equals);
    }

    /**
     * Verifies the message of the error, which stands in the payload under {@code errorMessage}.
     *
     * <pre>{@code
     * assertThat(invocation).fails().withErrorMessage("no such user");   // passes if the runtime said so
     * assertThat(invocation).fails().withErrorMessage("no such");        // fails: it is not the whole message
     * }</pre>
     */
    public InvocationAssert withErrorMessage(String message) {
        return seesError("to have the error message " + Words.quoted(message), "errorMessage", message::equals);
    }

    /**
     * Verifies a part of the error's message, which stands in the payload under {@code errorMessage}.
     *
     * <pre>{@code
     * assertThat(invocation).timesOut().withErrorMessageContaining("timed out after 3.00 seconds");   // passes after 3 s
     * assertThat(invocation).timesOut().withErrorMessageContaining("Ada");                            // fails
     * }</pre>
     */
    public InvocationAssert withErrorMessageContaining(String part) {
        return seesError(
                "to have an error message that contains " + Words.quoted(part),
                "errorMessage",
                message -> message.contains(part));
    }

    // --- where ---

    /**
     * Verifies that an environment had to be started for it.
     *
     * <pre>{@code
     * assertThat(lambda.invoke("1")).succeeds().onAColdStart();   // passes: it is the first
     * assertThat(lambda.invoke("2")).succeeds().onAColdStart();   // fails: the environment of the first was idle
     * }</pre>
     */
    public InvocationAssert onAColdStart() {
        return on(Start.COLD);
    }

    /**
     * Verifies that it was given an environment that was idle.
     *
     * <pre>{@code
     * assertThat(lambda.invoke("2")).succeeds().onAWarmStart();   // passes after a first one that completed
     * assertThat(lambda.invoke("1")).succeeds().onAWarmStart();   // fails: it is the first
     * }</pre>
     */
    public InvocationAssert onAWarmStart() {
        return on(Start.WARM);
    }

    /**
     * Verifies that it was given an environment that had been reset, and was initialized inside the invocation.
     *
     * <pre>{@code
     * assertThat(lambda.invoke("2")).succeeds().afterAReset();   // passes after a first one that timed out
     * assertThat(lambda.invoke("1")).succeeds().afterAReset();   // fails: it is the first
     * }</pre>
     */
    public InvocationAssert afterAReset() {
        return on(Start.AFTER_RESET);
    }

    // --- when ---

    /**
     * Verifies when the caller had the result, counted from the request by the simulator's clock, to the nanosecond: for
     * virtual time.
     *
     * <pre>{@code
     * assertThat(invocation).timedOut().after(ofSeconds(3));   // passes in virtual time
     * assertThat(invocation).timesOut().after(ofSeconds(3));   // fails in real time, by a millisecond or two
     * }</pre>
     */
    public InvocationAssert after(Duration duration) {
        return took("to have ended after exactly " + Words.of(duration), duration::equals);
    }

    /**
     * Verifies that the caller had the result that soon, counted from the request by the simulator's clock. It does not
     * limit the wait; {@link #waitingUpTo} does.
     *
     * <pre>{@code
     * assertThat(invocation).succeeds().within(ofSeconds(3));   // passes with the default timeout and a warm start
     * assertThat(invocation).timesOut().within(ofSeconds(1));   // fails if the timeout is longer
     * }</pre>
     */
    public InvocationAssert within(Duration limit) {
        return took("to have ended within " + Words.of(limit), it -> it.compareTo(limit) <= 0);
    }

    // --- internals ---

    @Override
    final Journal witness() {
        return actual.journal();
    }

    @Override
    final String subject() {
        return course().name();
    }

    final Course course() {
        return new Course(actual);
    }

    final InvocationAssert sees(String words, Predicate<Outcome> expected, String sister) {
        return look(words, journal -> course().ended(expected), sister);
    }

    private InvocationAssert seesError(String words, String key, Predicate<String> expected) {
        return look(
                words,
                journal -> course().result(outcome -> {
                    boolean fits = error(outcome, key).filter(expected).isPresent();
                    return Verdict.of(fits, "it " + Words.of(outcome) + hint(outcome));
                }),
                WAITING);
    }

    private static String hint(Outcome outcome) {
        return outcome instanceof Outcome.Succeeded ? "; an error is what the runtime posts to /error" : "";
    }

    private InvocationAssert on(Start expected) {
        return look(
                "to begin with " + Words.of(expected),
                journal -> actual.start()
                        .map(start -> Verdict.of(start == expected, "it was " + Words.of(start))
                                .at(course().last(Assigned.class::isInstance)))
                        .orElseGet(() -> course().ended(outcome -> false)),
                WAITING);
    }

    private InvocationAssert took(String words, Predicate<Duration> expected) {
        return look(
                words,
                journal -> course().result(outcome -> {
                    Duration took = actual.after().orElse(Duration.ZERO);
                    return Verdict.of(expected.test(took), "it ended after " + Words.of(took));
                }),
                WAITING);
    }

    private static Optional<String> error(Outcome outcome, String key) {
        if (outcome instanceof Outcome.Succeeded) {
            return Optional.empty();
        }
        return outcome instanceof Outcome.Failed failed && key.equals("errorType")
                ? Optional.of(failed.errorType())
                : JsonText.field(outcome.payload().text(), key);
    }
}
