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
    static Stream<String> notBackInTime(Life life) {
        boolean timedOut = life.all(Stopping.class).anyMatch(it -> it.reason() == ShutdownReason.TIMEOUT);
        return invocation(life).filter(request -> timedOut && InvokeFindings.isAnswered(life, request)).stream()
                .flatMap(request -> absent(life, request)
                        .map(who -> say(
                                "%s had not asked for the next event when the function timeout passed, so the environment "
                                        + "was reset although %s was answered in time. Ask as soon as the work is done: it "
                                        + "counts until then.",
                                who(who), life.words().request(request))));
    }

    static Stream<String> stillRunning(Life life) {
        boolean running = life.soFar() && !life.has(Stopping.class) && !life.has(Terminated.class);
        return invocation(life).filter(request -> running).stream()
                .flatMap(request -> absent(life, request)
                        .map(who ->
                                say("Everybody waits for %s: %s.", lower(who(who)), waitedFor(life, who, request))));
    }

    private static String lower(String subject) {
        return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
    }

    private static String waitedFor(Life life, Participant who, String request) {
        String id = life.words().request(request);
        return who.equals(Participant.RUNTIME) && !InvokeFindings.isAnswered(life, request)
                ? "it has the event of " + id + " and has called neither /response nor /error for it so far"
                : "it has not asked for the next event after " + id + " so far";
    }

    /** The invocation that the last clock ran for, unless it was completed before anybody had to go. */
    private static Optional<String> invocation(Life life) {
        return life.beforeTheEnd().entries().stream()
                .map(Entry::event)
                .filter(event -> event instanceof Started || event instanceof Completed)
                .reduce((earlier, later) -> later)
                .filter(Started.class::isInstance)
                .map(event -> ((InvocationEvent) event).requestId());
    }

    private static Stream<Participant> absent(Life life, String request) {
        Life lived = life.beforeTheEnd();
        Stream<Participant> runtime =
                InvokeFindings.taken(lived, request) && !isBack(lived, Participant.RUNTIME, request)
                        ? Stream.of(Participant.RUNTIME)
                        : Stream.empty();
        Stream<Participant> extensions = lived.all(ToldToInvoke.class)
                .filter(told -> told.requestId().equals(request))
                .map(ToldToInvoke::extension)
                .filter(who -> !isBack(lived, who, request));
        return Stream.concat(runtime, extensions);
    }

    private static boolean isBack(Life life, Participant who, String request) {
        Endpoint next = who.equals(Participant.RUNTIME) ? Endpoint.RUNTIME_NEXT : Endpoint.EXTENSION_NEXT;
        long started = life.when(Started.class)
                .filter(entry -> ((Started) entry.event()).requestId().equals(request))
                .mapToLong(Entry::sequence)
                .max()
                .orElse(0);
        return life.calls(next)
                .anyMatch(call -> call.sequence() > started && call.caller().equals(who) && call.wasParked());
    }
}
