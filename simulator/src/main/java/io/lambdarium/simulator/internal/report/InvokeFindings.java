// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.say;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer.MethodNotAllowed;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What a runtime does wrong with an event that it does not answer. */
final class InvokeFindings {

    private InvokeFindings() {}

    static Stream<String> neverAnswered(Generation generation) {
        return generation
                .all(TimedOut.class)
                .filter(late -> Answers.taken(generation, late.requestId())
                        && Answers.to(generation, late.requestId()).findAny().isEmpty()
                        && !strays(generation, late.requestId()))
                .map(late -> say(
                        "The runtime took the event of %s but called neither /response nor /error for it before the "
                                + "function timeout of %s. Let the handler end in time, or make the timeout longer.",
                        generation.words().request(late.requestId()), Glossary.seconds(late.timeout())));
    }

    /** An answer went somewhere else: that is the cause, and told as such. */
    private static boolean strays(Generation generation, String requestId) {
        long given = Answers.deliveries(generation)
                .filter(entry -> Answers.given(entry).equals(requestId))
                .mapToLong(Entry::sequence)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return generation.calls().stream().anyMatch(call -> call.sequence() > given && isStray(call));
    }

    private static boolean isStray(HttpCall call) {
        boolean toNowhere =
                call.endpoint() == Endpoint.UNKNOWN && call.received().subject().startsWith("POST ");
        boolean byAnotherMethod = Answers.isAnswer(call)
                && call.answer().filter(MethodNotAllowed.class::isInstance).isPresent();
        boolean forAnother = Answers.isAnswer(call) && call.wasRefused("InvalidRequestID");
        return toNowhere || byAnotherMethod || forAnother;
    }

    static Stream<String> neverFinishedItsAnswer(Generation generation) {
        return generation
                .all(TimedOut.class)
                .filter(late -> Answers.to(generation, late.requestId())
                        .anyMatch(call -> Answers.isUnfinished(generation, call)))
                .map(late -> say(
                        "The runtime began to answer %s but did not send the end of the answer before the function "
                                + "timeout of %s. Close the body of the request to /response.",
                        generation.words().request(late.requestId()), Glossary.seconds(late.timeout())));
    }

    /** Asking again is right only for who has not got the answer. */
    static Stream<String> askedWhileHolding(Generation generation) {
        Set<String> holding = new HashSet<>();
        return generation
                .calls(Endpoint.RUNTIME_NEXT)
                .filter(call -> Answers.given(call).isPresent() && !call.lostItsAnswer())
                .map(call -> Answers.given(call).orElse(""))
                .filter(request -> !holding.add(request))
                .distinct() // some ask thousands of times
                .filter(request -> !strays(generation, request))
                .map(request -> say(
                        "The runtime asked for the next event while it still held %s, and was given the same again. Call "
                                + "/response or /error before asking.",
                        generation.words().request(request)));
    }
}
