// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.who;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import java.util.Optional;
import java.util.stream.Stream;

/** Whoever leaves an environment that nobody has told to end. */
final class ExitFindings {

    private ExitFindings() {}

    static Stream<String> runtimeDiedHoldingAnEvent(Generation generation) {
        return breaks(generation)
                .filter(broke -> who(broke).equals(Participant.RUNTIME) && unanswered(generation, broke))
                .map(broke -> say(
                        "The runtime %s while it held the event of %s. %s",
                        how(generation, broke),
                        name(generation, broke),
                        advice(generation, broke, "Let it answer, and then ask for the next event, again and again.")));
    }

    static Stream<String> runtimeLeftAfterAnswering(Generation generation) {
        return breaks(generation)
                .filter(broke -> who(broke).equals(Participant.RUNTIME)
                        && current(generation, broke).isPresent())
                .filter(broke -> !unanswered(generation, broke))
                .map(broke -> say(
                        "The runtime answered %s and then %s instead of asking for the next event, so the "
                                + "environment was reset. Serve events in a loop.",
                        name(generation, broke), how(generation, broke)));
    }

    static Stream<String> runtimeLeftWhileIdle(Generation generation) {
        return breaks(generation)
                .filter(broke -> who(broke).equals(Participant.RUNTIME)
                        && current(generation, broke).isEmpty())
                .map(broke -> say(
                        "The runtime %s while it waited for an event, so the environment was reset. %s",
                        how(generation, broke), advice(generation, broke, "Wait for events until it is killed.")));
    }

    static Stream<String> extensionLeft(Generation generation) {
        return breaks(generation)
                .filter(broke -> !who(broke).equals(Participant.RUNTIME))
                .map(broke -> say(
                        "%s %s although nobody told it to shut down, so the environment was reset. %s",
                        Sentence.who(who(broke)),
                        how(generation, broke),
                        advice(
                                generation,
                                broke,
                                "It returned too early: let it ask for events until it is told to shut down.")));
    }

    private static String advice(Generation generation, Entry broke, String ifClean) {
        return exited(generation, broke)
                .map(exited -> exited.exit().isClean()
                        ? ifClean
                        : LastWords.advice(generation, exited, broke.sequence()) + ".")
                .orElse("Look for the reason in what it wrote.");
    }

    private static Stream<Entry> breaks(Generation generation) {
        return generation.when(Broke.class).filter(broke -> !LaunchFindings.isOutOfMemory(generation, who(broke)));
    }

    private static Participant who(Entry broke) {
        return ((Broke) broke.event()).participant();
    }

    private static Optional<Exited> exited(Generation generation, Entry broke) {
        return generation
                .when(Exited.class)
                .filter(entry -> entry.sequence() < broke.sequence())
                .map(entry -> (Exited) entry.event())
                .filter(exited -> exited.participant().equals(who(broke)))
                .reduce((earlier, later) -> later);
    }

    private static String how(Generation generation, Entry broke) {
        return exited(generation, broke)
                .map(exited -> ProcessPhrases.exited(exited.exit()) + ProcessPhrases.remark(exited.exit()))
                .orElse("ended");
    }

    /** The invocation that was at hand. */
    private static Optional<String> current(Generation generation, Entry broke) {
        return generation.entries().stream()
                .filter(entry -> entry.sequence() < broke.sequence())
                .filter(entry -> entry.event() instanceof Started || entry.event() instanceof Completed)
                .reduce((earlier, later) -> later)
                .filter(entry -> entry.event() instanceof Started)
                .map(entry -> ((InvocationEvent) entry.event()).requestId());
    }

    private static String name(Generation generation, Entry broke) {
        return current(generation, broke).map(generation.words()::request).orElse("");
    }

    private static boolean unanswered(Generation generation, Entry broke) {
        return current(generation, broke)
                .filter(request -> generation
                        .when(InvocationEvent.class)
                        .filter(entry -> entry.sequence() < broke.sequence())
                        .map(entry -> (InvocationEvent) entry.event())
                        .noneMatch(event -> event.requestId().equals(request) && endsItForTheCaller(event)))
                .isPresent();
    }

    private static boolean endsItForTheCaller(InvocationEvent event) {
        return event instanceof InvocationEvent.Responded
                || event instanceof InvocationEvent.ErrorReported
                || event instanceof InvocationEvent.Failed;
    }
}
