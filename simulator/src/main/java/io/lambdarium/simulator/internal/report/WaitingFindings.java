// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.who;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ShutdownReason;
import java.util.Optional;
import java.util.stream.Stream;

/** For whom everybody waits, or waited in vain. */
final class WaitingFindings {

    private WaitingFindings() {}

    /** The caller had its answer; the function timeout passed all the same. */
    static Stream<String> notBackInTime(Generation generation) {
        boolean timedOut = generation.all(Stopping.class).anyMatch(it -> it.reason() == ShutdownReason.TIMEOUT);
        return invocation(generation).filter(request -> timedOut && Answers.isAnswered(generation, request)).stream()
                .flatMap(request -> absent(generation, request)
                        .map(who -> say(
                                "%s had not asked for the next event when the function timeout passed, so the environment "
                                        + "was reset although %s was answered in time. Ask as soon as the work is done: it "
                                        + "counts until then.",
                                who(who), generation.words().request(request))));
    }

    static Stream<String> stillRunning(Generation generation) {
        boolean running = generation.soFar() && !generation.has(Stopping.class) && !generation.has(Terminated.class);
        return invocation(generation).filter(request -> running).stream()
                .flatMap(request -> absent(generation, request)
                        .map(who -> say(
                                "Everybody waits for %s: %s.",
                                Sentence.lower(who(who)), waitedFor(generation, who, request))));
    }

    private static String waitedFor(Generation generation, Participant who, String request) {
        String id = generation.words().request(request);
        if (who.equals(Participant.RUNTIME) && Answers.isUnderWay(generation, request)) {
            return "it has begun to answer " + id
                    + ", but has not sent the end of its answer so far. Send as many bytes as "
                    + "Content-Length says, or the last chunk";
        }
        return who.equals(Participant.RUNTIME) && !Answers.isAnswered(generation, request)
                ? "it has the event of " + id + " and has called neither /response nor /error for it so far"
                : "it has not asked for the next event after " + id + " so far";
    }

    /** The invocation that the last clock ran for, unless it was completed before anybody had to go. */
    private static Optional<String> invocation(Generation generation) {
        return generation.beforeTheEnd().entries().stream()
                .map(Entry::event)
                .filter(event -> event instanceof Started || event instanceof Completed)
                .reduce((earlier, later) -> later)
                .filter(Started.class::isInstance)
                .map(event -> ((InvocationEvent) event).requestId());
    }

    private static Stream<Participant> absent(Generation generation, String request) {
        Generation before = generation.beforeTheEnd();
        Stream<Participant> runtime = Answers.taken(before, request) && !isBack(before, Participant.RUNTIME, request)
                ? Stream.of(Participant.RUNTIME)
                : Stream.empty();
        Stream<Participant> extensions = before.all(ToldToInvoke.class)
                .filter(told -> told.requestId().equals(request))
                .map(ToldToInvoke::extension)
                .filter(who -> !isBack(before, who, request));
        return Stream.concat(runtime, extensions);
    }

    private static boolean isBack(Generation generation, Participant who, String request) {
        Endpoint next = who.equals(Participant.RUNTIME) ? Endpoint.RUNTIME_NEXT : Endpoint.EXTENSION_NEXT;
        long started = generation
                .when(Started.class)
                .filter(entry -> ((Started) entry.event()).requestId().equals(request))
                .mapToLong(Entry::sequence)
                .max()
                .orElse(0);
        return generation
                .calls(next)
                .anyMatch(call -> call.sequence() > started && call.caller().equals(who) && call.wasParked());
    }
}
