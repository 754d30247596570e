// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.quoted;
import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.when;
import static io.lambdarium.simulator.internal.report.Sentence.who;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.Participant.Role;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an initialization does not end, or ends badly. */
final class InitFindings {

    private InitFindings() {}

    static Stream<String> registeredUnderAnotherName(Generation generation) {
        Optional<String> other = strangeName(generation);
        return generation
                .launchedExtensions()
                .filter(who -> generation.isJudged() && !generation.registered(who) && other.isPresent())
                .map(who -> say(
                        "%s never registered, but somebody registered as %s, which Lambda takes for an internal extension. "
                                + "Register under the name of the file in /opt/extensions: %s.",
                        who(who), quoted(other.orElse("")), quoted(who.name())));
    }

    private static Optional<String> strangeName(Generation generation) {
        return generation
                .calls(Endpoint.EXTENSION_REGISTER)
                .filter(call -> call.isBy(Role.INTERNAL_EXTENSION))
                .map(call -> call.caller().name())
                .findFirst();
    }

    static Stream<String> extensionNeverRegistered(Generation generation) {
        boolean explained = strangeName(generation).isPresent() || generation.wasStruck(Endpoint.EXTENSION_REGISTER);
        return generation
                .launchedExtensions()
                .filter(who -> generation.stalledInInit()
                        && !explained
                        && !generation.registered(who)
                        && generation.isAlive(who))
                .map(who -> say(
                        "%s was launched but never registered, and Lambda starts the runtime only when every launched "
                                + "extension has. Call %s with the header Lambda-Extension-Name: %s.%s",
                        who(who), Sentence.REGISTER, Phrases.name(who), LastWords.soFar(generation, who)));
    }

    static Stream<String> extensionNeverAsked(Generation generation) {
        if (generation.wasStruck(Endpoint.EXTENSION_NEXT)) {
            return Stream.empty();
        }
        boolean misnamed = generation.launchedExtensions().anyMatch(who -> !generation.registered(who));
        return generation
                .all(Registered.class)
                .map(Registered::extension)
                .filter(who -> !(misnamed && who.role() == Role.INTERNAL_EXTENSION))
                .filter(who ->
                        generation.stalledInInit() && generation.isAlive(who) && !reportedInitError(generation, who))
                .filter(who -> generation
                        .calls(Endpoint.EXTENSION_NEXT)
                        .noneMatch(call -> call.caller().equals(who)))
                .map(who -> say(
                        "%s registered but never asked for an event, and initialization ends only when it does. Call %s "
                                + "right after registering, whatever it subscribed to.",
                        who(who), Sentence.EXTENSION_NEXT));
    }

    static Stream<String> runtimeNeverAsked(Generation generation) {
        boolean waiting = generation.stalledInInit()
                && generation.launched(Participant.RUNTIME)
                && !SilenceFindings.isStalled(generation);
        boolean silent = generation.calls(Endpoint.RUNTIME_NEXT).findAny().isEmpty()
                && !generation.wasStruck(Endpoint.RUNTIME_NEXT);
        boolean alive = generation.isAlive(Participant.RUNTIME) && !reportedInitError(generation, Participant.RUNTIME);
        return when(
                waiting && silent && alive,
                "The runtime was launched but never asked for an event, and initialization ends only when it does. Call %s "
                        + "as soon as it is ready.%s",
                Sentence.RUNTIME_NEXT,
                LastWords.soFar(generation, Participant.RUNTIME));
    }

    static Stream<String> livesOnAfterInitError(Generation generation) {
        return generation
                .all(InitErrorReported.class)
                .filter(report -> generation.stalledInInit() && generation.isAlive(report.extension()))
                .map(report -> say(
                        "%s reported the init error %s and did not exit, but only an exit ends an initialization. Exit "
                                + "with a status other than 0 after the report.",
                        who(report.extension()), quoted(report.errorType())));
    }

    static Stream<String> exited(Generation generation) {
        return generation
                .beforeTheEnd()
                .all(InitializationFailed.class)
                .filter(failed -> !generation.has(LaunchFailed.class))
                .flatMap(failed -> generation
                        .beforeTheEnd()
                        .when(Exited.class)
                        .reduce((earlier, later) -> later)
                        .filter(entry ->
                                !LaunchFindings.isOutOfMemory(generation, ((Exited) entry.event()).participant()))
                        .map(entry -> exited(generation, entry))
                        .stream());
    }

    private static String exited(Generation generation, Entry entry) {
        Exited exited = (Exited) entry.event();
        Participant who = exited.participant();
        String how = ProcessPhrases.exited(exited.exit()) + ProcessPhrases.remark(exited.exit());
        Optional<InitErrorReported> report = generation
                .all(InitErrorReported.class)
                .filter(reported -> reported.extension().equals(who))
                .findFirst();
        if (report.isPresent()) {
            return say(
                    "%s reported the init error %s and then %s, so the initialization failed. Repair what it reports.",
                    who(who), quoted(report.get().errorType()), how);
        }
        return exited.exit().isClean()
                ? say(
                        "%s %s before the initialization was done: it returned too early. Let it ask for events until it "
                                + "is told to end, or killed.%s",
                        who(who), how, SilenceFindings.before(generation, exited.exit()))
                : say(
                        "%s %s before the initialization was done. %s, and make it ask for its first event.%s",
                        who(who),
                        how,
                        LastWords.advice(generation, exited, entry.sequence()),
                        SilenceFindings.before(generation, exited.exit()));
    }

    static Stream<String> tooManyExtensions(Generation generation) {
        return generation
                .all(InitializationFailed.class)
                .filter(failed -> failed.failure().message().equals("too many extensions"))
                .map(failed -> say(
                        "The initialization failed: there are more extensions than the %d that Lambda launches. Deploy fewer.",
                        generation.launchedExtensions().count()));
    }

    static Stream<String> overran(Generation generation) {
        return generation
                .all(InitializationTimedOut.class)
                .map(late -> say(
                        late.phase() == InitPhase.INIT
                                ? "The initialization was not done within %s, so it is made again inside the next "
                                        + "invocation, where the function timeout is its limit. Make it shorter."
                                : "The initialization inside the invocation was not done within the function timeout of "
                                        + "%s. Make it shorter, or the timeout longer.",
                        Glossary.seconds(late.limit())));
    }

    private static boolean reportedInitError(Generation generation, Participant who) {
        return generation
                .all(InitErrorReported.class)
                .anyMatch(report -> report.extension().equals(who));
    }
}
