// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.quoted;
import static io.lambdarium.simulator.internal.report.Sentence.say;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with an answer that a runtime gives. */
final class AnswerFindings {

    private AnswerFindings() {}

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

    static Stream<String> answeredTwice(Generation generation) {
        Set<String> events = Answers.requests(generation);
        Map<String, Long> first = Answers.first(generation, CallFindings.brokenOff(generation));
        return Answers.refused(generation.beforeTheEnd())
                .filter(call -> events.contains(call.received().subject()) && isSecond(call, first))
                .map(call -> say(
                        "The runtime answered %s twice, and the second answer was refused. Call either /response or /error, "
                                + "and only once for each event.",
                        generation.words().request(call.received().subject())));
    }

    private static boolean isSecond(HttpCall call, Map<String, Long> first) {
        boolean refused = call.wasRefused("InvalidStateTransition") || call.wasRefused("InvalidRequestID");
        return refused && first.getOrDefault(call.received().subject(), Long.MAX_VALUE) < call.sequence();
    }

    static Stream<String> answeredForAnother(Generation generation) {
        Set<String> events = Answers.requests(generation);
        Map<String, Long> first = Answers.first(generation, Set.of());
        List<Entry> deliveries = Answers.deliveries(generation).toList();
        Set<String> told = new HashSet<>(); // some answer thousands of times
        return Answers.refused(generation.beforeTheEnd())
                .filter(call -> call.wasRefused("InvalidRequestID"))
                .filter(call -> told.add(call.received().subject()))
                .filter(call -> !(events.contains(call.received().subject()) && isSecond(call, first)))
                .map(call -> say(
                        "The runtime answered for request %s, but %s. Take the id from the header "
                                + "Lambda-Runtime-Aws-Request-Id that comes with the event.",
                        quoted(generation.words().request(call.received().subject())),
                        insteadOf(generation, deliveries, call)));
    }

    private static String insteadOf(Generation generation, List<Entry> deliveries, HttpCall call) {
        return deliveries.stream()
                .filter(entry -> entry.sequence() < call.sequence())
                .reduce((earlier, later) -> later)
                .map(entry -> "the event that it was given last is "
                        + generation.words().request(Answers.given(entry)))
                .orElse("it had been given no event");
    }

    static Stream<String> answeredTooLate(Generation generation) {
        return Answers.refused(generation)
                .filter(call -> call.wasRefused("InvokeTimeout") && !Answers.isUnfinished(generation, call))
                .map(call -> Answers.timeout(generation, call.received().subject())
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

    private static Stream<Failed> failures(Generation generation, String errorType) {
        return generation
                .all(Failed.class)
                .filter(failed -> failed.failure().errorType().equals(errorType));
    }
}
