// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer.NextInvocation;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the runtime of a generation was given, and what it answered. */
final class Answers {

    private Answers() {}

    static boolean isAnswered(Generation generation, String requestId) {
        return generation.all(Responded.class).anyMatch(it -> it.requestId().equals(requestId))
                || generation
                        .all(ErrorReported.class)
                        .anyMatch(it -> it.requestId().equals(requestId))
                || generation.all(Failed.class).anyMatch(it -> it.requestId().equals(requestId));
    }

    /** Whether it was given the event of that request. */
    static boolean taken(Generation generation, String requestId) {
        return deliveries(generation).anyMatch(entry -> given(entry).equals(requestId));
    }

    /** All that it was given. */
    static Set<String> requests(Generation generation) {
        return deliveries(generation).map(entry -> given(entry)).collect(Collectors.toSet());
    }

    static Optional<Entry> timeout(Generation generation, String requestId) {
        return generation
                .when(TimedOut.class)
                .filter(entry -> ((TimedOut) entry.event()).requestId().equals(requestId))
                .findFirst();
    }

    /** The timeout came while it was on its way: it was refused after it, or not answered at all. */
    static boolean isUnfinished(Generation generation, HttpCall call) {
        return timeout(generation, call.received().subject())
                .filter(late -> call.sequence() < late.sequence())
                .filter(late -> call.when(Answered.class)
                        .filter(answered -> answered.sequence() < late.sequence())
                        .isEmpty())
                .isPresent();
    }

    /** The calls that answer, or are meant to answer, that request. */
    static Stream<HttpCall> to(Generation generation, String requestId) {
        return generation.calls().stream()
                .filter(call -> isAnswer(call) && call.received().subject().equals(requestId));
    }

    /** Whether the beginning of an answer has arrived, and nothing has ended it. */
    static boolean isUnderWay(Generation generation, String requestId) {
        return to(generation, requestId)
                .anyMatch(call -> call.answer().isEmpty()
                        && call.left().isEmpty()
                        && call.when(Abandoned.class).isEmpty());
    }

    /** When each request was answered first, or was meant to be, without regard to those calls. */
    static Map<String, Long> first(Generation generation, Set<CallId> without) {
        return generation.calls().stream()
                .filter(call ->
                        isAnswer(call) && !without.contains(call.received().call()))
                .collect(Collectors.toMap(
                        call -> call.received().subject(), HttpCall::sequence, (earlier, later) -> earlier));
    }

    static Stream<HttpCall> refused(Generation generation) {
        return generation.calls().stream()
                .filter(call -> isAnswer(call)
                        && call.answer().filter(Refused.class::isInstance).isPresent());
    }

    static boolean isAnswer(HttpCall call) {
        return call.endpoint() == Endpoint.RUNTIME_RESPONSE || call.endpoint() == Endpoint.RUNTIME_ERROR;
    }

    static Stream<Entry> deliveries(Generation generation) {
        return generation
                .when(Answered.class)
                .filter(entry -> ((Answered) entry.event()).answer() instanceof NextInvocation);
    }

    /** The request whose event that delivery brought. */
    static String given(Entry delivery) {
        return ((NextInvocation) ((Answered) delivery.event()).answer())
                .request()
                .requestId();
    }

    /** The request whose event that call was answered with, if it was. */
    static Optional<String> given(HttpCall call) {
        return call.answer()
                .filter(NextInvocation.class::isInstance)
                .map(answer -> ((NextInvocation) answer).request().requestId());
    }
}
