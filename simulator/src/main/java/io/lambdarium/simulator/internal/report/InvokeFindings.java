// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.quoted;
import static io.lambdarium.simulator.internal.report.Sentence.say;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer.MethodNotAllowed;
import io.lambdarium.simulator.event.Answer.NextInvocation;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a runtime does wrong with an event and its answer. */
final class InvokeFindings {

    private InvokeFindings() {}

    static Stream<String> neverAnswered(Generation generation) {
        return generation
                .all(TimedOut.class)
                .filter(late -> taken(generation, late.requestId())
                        && answers(generation, late.requestId()).findAny().isEmpty()
                        && !strays(generation, late.requestId()))
                .map(late -> say(
                        "The runtime took the event of %s but called neither /response nor /error for it before the "
                                + "function timeout of %s. Let the handler end in time, or make the timeout longer.",
                        generation.words().request(late.requestId()), Glossary.seconds(late.timeout())));
    }

    /** An answer went somewhere else: that is the cause, and told as such. */
    private static boolean strays(Generation generation, String requestId) {
        long given = deliveries(generation)
                .filter(entry -> given(entry).request().requestId().equals(requestId))
                .mapToLong(Entry::sequence)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return generation.calls().stream().anyMatch(call -> call.sequence() > given && isStray(call));
    }

    private static boolean isStray(HttpCall call) {
        boolean toNowhere =
                call.endpoint() == Endpoint.UNKNOWN && call.received().subject().startsWith("POST ");
        boolean byAnotherMethod = isAnswer(call)
                && call.answer().filter(MethodNotAllowed.class::isInstance).isPresent();
        boolean forAnother = isAnswer(call) && call.wasRefused("InvalidRequestID");
        return toNowhere || byAnotherMethod || forAnother;
    }

    static Stream<String> neverFinishedItsAnswer(Generation generation) {
        return generation
                .all(TimedOut.class)
                .filter(late -> answers(generation, late.requestId()).anyMatch(call -> isUnfinished(generation, call)))
                .map(late -> say(
                        "The runtime began to answer %s but did not send the end of the answer before the function "
                                + "timeout of %s. Close the body of the request to /response.",
                        generation.words().request(late.requestId()), Glossary.seconds(late.timeout())));
    }

    /** The timeout came while it was on its way: it was refused after it, or not answered at all. */
    private static boolean isUnfinished(Generation generation, HttpCall call) {
        return timeout(generation, call.received().subject())
                .filter(late -> call.sequence() < late.sequence())
                .filter(late -> call.when(Answered.class)
                        .filter(answered -> answered.sequence() < late.sequence())
                        .isEmpty())
                .isPresent();
    }

    static Stream<String> answeredTwice(Generation generation) {
        Set<String> events = events(generation);
        return refusedAnswers(generation.beforeTheEnd())
                .filter(call -> events.contains(call.received().subject()) && isSecond(generation, call))
                .map(call -> say(
                        "The runtime answered %s twice, and the second answer was refused. Call either /response or /error, "
                                + "and only once for each event.",
                        generation.words().request(call.received().subject())));
    }

    private static boolean isSecond(Generation generation, HttpCall call) {
        boolean refused = call.wasRefused("InvalidStateTransition") || call.wasRefused("InvalidRequestID");
        return refused
                && answers(generation, call.received().subject()).anyMatch(other -> other.sequence() < call.sequence());
    }

    static Stream<String> answeredForAnother(Generation generation) {
        Set<String> events = events(generation);
        Set<String> told = new HashSet<>(); // some answer thousands of times
        return refusedAnswers(generation.beforeTheEnd())
                .filter(call -> call.wasRefused("InvalidRequestID"))
                .filter(call -> told.add(call.received().subject()))
                .filter(call -> !(events.contains(call.received().subject()) && isSecond(generation, call)))
                .map(call -> say(
                        "The runtime answered for request %s, but %s. Take the id from the header "
                                + "Lambda-Runtime-Aws-Request-Id that comes with the event.",
                        quoted(generation.words().request(call.received().subject())), insteadOf(generation, call)));
    }

    private static String insteadOf(Generation generation, HttpCall call) {
        return deliveries(generation)
                .filter(entry -> entry.sequence() < call.sequence())
                .reduce((earlier, later) -> later)
                .map(entry -> "the event that it was given last is "
                        + generation.words().request(given(entry).request().requestId()))
                .orElse("it had been given no event");
    }

    static Stream<String> answeredTooLate(Generation generation) {
        return refusedAnswers(generation)
                .filter(call -> call.wasRefused("InvokeTimeout") && !isUnfinished(generation, call))
                .map(call -> timeout(generation, call.received().subject())
                        .filter(late -> late.sequence() < call.sequence())
                        .map(late -> say(
                                "The runtime answered %s %s after its timeout, and was refused. Look at "
                                        + "Lambda-Runtime-Deadline-Ms, and answer before it.",
                                generation.words().request(call.received().subject()),
                                Glossary.seconds(Duration.between(
                                        late.at(), call.entries().get(0).at()))))
                        .orElseGet(() -> say(
                                "The runtime answered %s with the invocation id of another delivery. Send back the id that "
                                        + "came with this event, or none.",
                                generation.words().request(call.received().subject()))));
    }

    private static Optional<Entry> timeout(Generation generation, String requestId) {
        return generation
                .when(TimedOut.class)
                .filter(entry -> ((TimedOut) entry.event()).requestId().equals(requestId))
                .findFirst();
    }

    /** Asking again is right only for who has not got the answer. */
    static Stream<String> askedWhileHolding(Generation generation) {
        Set<String> holding = new HashSet<>();
        return generation
                .calls(Endpoint.RUNTIME_NEXT)
                .filter(call -> given(call).isPresent() && !call.lostItsAnswer())
                .map(call -> given(call).orElse(""))
                .filter(request -> !holding.add(request) && !strays(generation, request))
                .map(request -> say(
                        "The runtime asked for the next event while it still held %s, and was given the same again. Call "
                                + "/response or /error before asking.",
                        generation.words().request(request)));
    }

    static Stream<String> tooLarge(Generation generation) {
        return failures(generation, "Function.ResponseSizeTooLarge")
                .map(failed -> say(
                        "The answer to %s was refused: %s Answer less, or put it elsewhere and answer where.",
                        generation.words().request(failed.requestId()),
                        Untrusted.text(failed.failure().message())));
    }

    static Stream<String> truncated(Generation generation) {
        return failures(generation, "Runtime.TruncatedResponse")
                .map(failed -> say(
                        "The answer to %s broke off before its end. Send as many bytes as Content-Length says, or the "
                                + "last chunk, before the connection is closed.",
                        generation.words().request(failed.requestId())));
    }

    static Stream<String> ofUnknownMode(Generation generation) {
        return failures(generation, "Runtime.InvalidResponseModeHeader")
                .map(failed -> say(
                        "The answer to %s has a response mode that Lambda does not know. Send the header "
                                + "Lambda-Runtime-Function-Response-Mode with the value streaming, or not at all.",
                        generation.words().request(failed.requestId())));
    }

    /** The types that Lambda puts in place of none, and of one that it does not know. */
    static Stream<String> withoutErrorType(Generation generation) {
        return generation
                .all(ErrorReported.class)
                .filter(error -> error.errorType().matches("(Runtime|Function)\\.Unknown"))
                .map(error -> say(
                        "The runtime reported an error at %s without a type that Lambda knows, so its type is %s. Send the "
                                + "header Lambda-Runtime-Function-Error-Type, such as Function.NoSuchOrder; the errorType in "
                                + "the body is for the caller only.",
                        generation.words().request(error.requestId()), error.errorType()));
    }

    static boolean isAnswered(Generation generation, String requestId) {
        return generation.all(Responded.class).anyMatch(it -> it.requestId().equals(requestId))
                || generation
                        .all(ErrorReported.class)
                        .anyMatch(it -> it.requestId().equals(requestId))
                || generation.all(Failed.class).anyMatch(it -> it.requestId().equals(requestId));
    }

    private static Stream<Failed> failures(Generation generation, String errorType) {
        return generation
                .all(Failed.class)
                .filter(failed -> failed.failure().errorType().equals(errorType));
    }

    static boolean taken(Generation generation, String requestId) {
        return deliveries(generation)
                .anyMatch(entry -> given(entry).request().requestId().equals(requestId));
    }

    /** All that it was given. */
    private static Set<String> events(Generation generation) {
        return deliveries(generation)
                .map(entry -> given(entry).request().requestId())
                .collect(Collectors.toSet());
    }

    private static Stream<Entry> deliveries(Generation generation) {
        return generation
                .when(Answered.class)
                .filter(entry -> ((Answered) entry.event()).answer() instanceof NextInvocation);
    }

    private static NextInvocation given(Entry entry) {
        return (NextInvocation) ((Answered) entry.event()).answer();
    }

    private static Optional<String> given(HttpCall call) {
        return call.answer()
                .filter(NextInvocation.class::isInstance)
                .map(answer -> ((NextInvocation) answer).request().requestId());
    }

    private static Stream<HttpCall> answers(Generation generation, String requestId) {
        return generation.calls().stream()
                .filter(call -> isAnswer(call) && call.received().subject().equals(requestId));
    }

    private static Stream<HttpCall> refusedAnswers(Generation generation) {
        return generation.calls().stream()
                .filter(call -> isAnswer(call)
                        && call.answer().filter(Refused.class::isInstance).isPresent());
    }

    private static boolean isAnswer(HttpCall call) {
        return call.endpoint() == Endpoint.RUNTIME_RESPONSE || call.endpoint() == Endpoint.RUNTIME_ERROR;
    }
}
