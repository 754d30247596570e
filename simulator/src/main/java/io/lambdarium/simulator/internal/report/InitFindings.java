// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.quoted;
import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.when;
import static io.lambdarium.simulator.internal.report.Sentence.who;

import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.Participant.Role;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an initialization does not end, or ends badly. */
final class InitFindings {

    private static final Pattern NOWHERE = Pattern.compile("Connect|UnknownHost|Unresolved|URI|URL");

    private InitFindings() {}

    static Stream<String> nobodyConnected(Life life) {
        return when(
                isSilent(life),
                "Nobody has called the simulator, though it launched %s. Call the APIs at the address in the variable "
                        + "AWS_LAMBDA_RUNTIME_API, and see that no proxy setting diverts the calls.",
                life.all(Launched.class)
                        .map(launched -> launched.participant().equals(Participant.RUNTIME)
                                ? "the runtime"
                                : "extension " + quoted(launched.participant().name()))
                        .collect(Collectors.joining(" and ")));
    }

    private static boolean isSilent(Life life) {
        return life.stalledInInit()
                && life.has(Launched.class)
                && life.calls().isEmpty()
                && !life.has(Struck.class)
                && life.all(Launched.class).allMatch(launched -> life.lives(launched.participant()));
    }

    static Stream<String> registeredUnderAnotherName(Life life) {
        Optional<String> other = strangeName(life);
        return life.launchedExtensions()
                .filter(who -> life.isJudged() && !life.registered(who) && other.isPresent())
                .map(who -> say(
                        "%s never registered, but somebody registered as %s, which Lambda takes for an internal extension. "
                                + "Register under the name of the file in /opt/extensions: %s.",
                        who(who), quoted(other.orElse("")), quoted(who.name())));
    }

    private static Optional<String> strangeName(Life life) {
        return life.calls(Endpoint.EXTENSION_REGISTER)
                .filter(call -> call.isBy(Role.INTERNAL_EXTENSION))
                .map(call -> call.caller().name())
                .findFirst();
    }

    static Stream<String> extensionNeverRegistered(Life life) {
        boolean explained = strangeName(life).isPresent() || life.wasStruck(Endpoint.EXTENSION_REGISTER);
        return life.launchedExtensions()
                .filter(who -> life.stalledInInit() && !explained && !life.registered(who) && life.lives(who))
                .map(who -> say(
                        "%s was launched but never registered, and Lambda starts the runtime only when every launched "
                                + "extension has. Call %s with the header Lambda-Extension-Name: %s.",
                        who(who), Sentence.REGISTER, Phrases.name(who)));
    }

    static Stream<String> extensionNeverAsked(Life life) {
        if (life.wasStruck(Endpoint.EXTENSION_NEXT)) {
            return Stream.empty();
        }
        boolean misnamed = life.launchedExtensions().anyMatch(who -> !life.registered(who));
        return life.all(Registered.class)
                .map(Registered::extension)
                .filter(who -> !(misnamed && who.role() == Role.INTERNAL_EXTENSION))
                .filter(who -> life.stalledInInit() && life.lives(who) && !reportedInitError(life, who))
                .filter(who -> life.calls(Endpoint.EXTENSION_NEXT)
                        .noneMatch(call -> call.caller().equals(who)))
                .map(who -> say(
                        "%s registered but never asked for an event, and initialization ends only when it does. Call %s "
                                + "right after registering, whatever it subscribed to.",
                        who(who), Sentence.EXTENSION_NEXT));
    }

    static Stream<String> runtimeNeverAsked(Life life) {
        boolean waiting = life.stalledInInit() && life.launched(Participant.RUNTIME) && !isSilent(life);
        boolean silent =
                life.calls(Endpoint.RUNTIME_NEXT).findAny().isEmpty() && !life.wasStruck(Endpoint.RUNTIME_NEXT);
        boolean alive = life.lives(Participant.RUNTIME) && !reportedInitError(life, Participant.RUNTIME);
        return when(
                waiting && silent && alive,
                "The runtime was launched but never asked for an event, and initialization ends only when it does. Call %s "
                        + "as soon as it is ready.",
                Sentence.RUNTIME_NEXT);
    }

    static Stream<String> livesOnAfterInitError(Life life) {
        return life.all(InitErrorReported.class)
                .filter(report -> life.stalledInInit() && life.lives(report.extension()))
                .map(report -> say(
                        "%s reported the init error %s and did not exit, but only an exit ends an initialization. Exit "
                                + "with a status other than 0 after the report.",
                        who(report.extension()), quoted(report.errorType())));
    }

    static Stream<String> exited(Life life) {
        return life.beforeTheEnd()
                .all(InitializationFailed.class)
                .flatMap(failed -> life
                        .beforeTheEnd()
                        .all(Exited.class)
                        .reduce((earlier, later) -> later)
                        .map(exited -> exited(life, exited))
                        .stream());
    }

    private static String exited(Life life, Exited exited) {
        Participant who = exited.participant();
        String how = ProcessPhrases.exited(exited.exit()) + ProcessPhrases.remark(exited.exit());
        Optional<InitErrorReported> report = life.all(InitErrorReported.class)
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
                                + "is told to end, or killed.",
                        who(who), how)
                : say(
                        "%s %s before the initialization was done. %s, and make it ask for its first event.%s",
                        who(who), how, ProcessPhrases.advice(exited.exit()), address(life, exited.exit()));
    }

    /** What a body throws that could not even call. */
    private static String address(Life life, Exit exit) {
        boolean lost = life.calls().isEmpty() && NOWHERE.matcher(exit.detail()).find();
        return lost
                ? " It called nobody here before: put addresses together from http://, the host and port in "
                        + "AWS_LAMBDA_RUNTIME_API, and a path that begins with one slash."
                : "";
    }

    static Stream<String> tooManyExtensions(Life life) {
        return life.all(InitializationFailed.class)
                .filter(failed -> failed.failure().message().equals("too many extensions"))
                .map(failed -> say(
                        "The initialization failed: there are more extensions than the %d that Lambda launches. Deploy fewer.",
                        life.launchedExtensions().count()));
    }

    static Stream<String> overran(Life life) {
        return life.all(InitializationTimedOut.class)
                .map(late -> say(
                        late.phase() == InitPhase.INIT
                                ? "The initialization was not done within %s, so it is made again inside the next "
                                        + "invocation, where the function timeout is its limit. Make it shorter."
                                : "The initialization inside the invocation was not done within the function timeout of "
                                        + "%s. Make it shorter, or the timeout longer.",
                        Glossary.seconds(late.limit())));
    }

    private static boolean reportedInitError(Life life, Participant who) {
        return life.all(InitErrorReported.class)
                .anyMatch(report -> report.extension().equals(who));
    }
}
