// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.event.EnvironmentId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What probably went wrong. What may still happen is missed only where nothing else explains the story. */
public final class Diagnosis {

    /** The cause before its consequences. */
    private static final List<Finding> FINDINGS = List.of(
            CallFindings::struckAndStillHeld,
            CallFindings::struckAndNotRepeated,
            CallFindings::toAnUnknownPath,
            CallFindings::withAnotherMethod,
            LaunchFindings::notLaunched,
            LaunchFindings::outOfMemory,
            SilenceFindings::nobodyConnected,
            InitFindings::registeredUnderAnotherName,
            RegistrationFindings::malformed,
            RegistrationFindings::withoutName,
            RegistrationFindings::forUnknownEvent,
            RegistrationFindings::forShutdownAsInternal,
            RegistrationFindings::tooLate,
            RegistrationFindings::twice,
            RegistrationFindings::withoutIdentifier,
            RegistrationFindings::askedTwiceAtOnce,
            AnswerFindings::tooLarge,
            AnswerFindings::ofUnknownMode,
            AnswerFindings::answeredForAnother,
            AnswerFindings::answeredTwice,
            InitFindings::livesOnAfterInitError,
            InitFindings::exited,
            InitFindings::tooManyExtensions,
            InitFindings::extensionNeverRegistered,
            InitFindings::runtimeNeverAsked,
            InitFindings::extensionNeverAsked,
            InitFindings::overran,
            CallFindings::hungUpWhileWaiting,
            ExitFindings::runtimeDiedHoldingAnEvent,
            ExitFindings::runtimeLeftAfterAnswering,
            ExitFindings::runtimeLeftWhileIdle,
            ExitFindings::extensionLeft,
            AnswerFindings::truncated,
            AnswerFindings::withoutErrorType,
            AnswerFindings::answeredTooLate,
            InvokeFindings::askedWhileHolding,
            InvokeFindings::neverFinishedItsAnswer,
            InvokeFindings::neverAnswered,
            WaitingFindings::notBackInTime,
            ShutdownFindings::askedAgain,
            ShutdownFindings::overran,
            ShutdownFindings::neverTold,
            WaitingFindings::stillRunning);

    private static final int READABLE = 10;

    private Diagnosis() {}

    /** The findings of a chronicle, the most important first. */
    public static List<String> of(Chronicle chronicle) {
        List<Generation> generations = Generation.of(chronicle);
        Set<EnvironmentId> explained = generations.stream()
                .filter(generation -> findings(generation).findAny().isPresent())
                .map(Generation::environment)
                .collect(Collectors.toSet());
        Stream<String> found = of(
                chronicle,
                generations.stream()
                        .map(generation -> generation.soFar(!explained.contains(generation.environment()))));
        return cut(Stream.concat(found, RequestFindings.waiting(chronicle)));
    }

    /** Those of the findings that no later event can mend. */
    public static List<String> certain(Chronicle chronicle) {
        return cut(of(chronicle, Generation.of(chronicle).stream()));
    }

    private static Stream<String> of(Chronicle chronicle, Stream<Generation> generations) {
        boolean several = chronicle.hasSeveralEnvironments();
        Stream<String> found = generations.flatMap(
                generation -> findings(generation).map(sentence -> several ? place(generation, sentence) : sentence));
        return Stream.concat(found, RequestFindings.throttled(chronicle));
    }

    private static List<String> cut(Stream<String> all) {
        List<String> found = all.distinct().toList();
        return found.size() <= READABLE
                ? found
                : Stream.concat(
                                found.stream().limit(READABLE),
                                Stream.of("There is more of this kind: " + (found.size() - READABLE) + " findings."))
                        .toList();
    }

    private static Stream<String> findings(Generation generation) {
        return FINDINGS.stream().flatMap(finding -> finding.in(generation));
    }

    private static String place(Generation generation, String sentence) {
        return "In " + generation.environment() + ": " + sentence;
    }
}
