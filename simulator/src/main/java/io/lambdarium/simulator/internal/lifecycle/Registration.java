// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.Subscription;
import io.lambdarium.simulator.internal.lifecycle.Call.Register;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How an extension registers. The order of the checks is AWS's. Source: extensions-telemetry §1.3. */
final class Registration {

    private static final Set<String> EVENTS = Set.of("INVOKE", "SHUTDOWN");

    private Registration() {}

    static Turn of(Setting setting, Crew crew, Register call) {
        Optional<ExtensionMember> launched = crew.external(call.name());
        Optional<Refused> refusal =
                launched.isPresent() ? refuseExternal(crew, call, launched.get()) : refuseInternal(crew, call);
        return refusal.map(no -> Turn.refuse(crew, call.id(), no)).orElseGet(() -> accept(setting, crew, call));
    }

    /** An external one finds registration closed only when it is about to be killed: the runtime waits for it. */
    private static Optional<Refused> refuseExternal(Crew crew, Register call, ExtensionMember member) {
        return call.events().stream()
                .filter(event -> !EVENTS.contains(event))
                .map(Refusals::invalidEvent)
                .findFirst()
                .or(() -> refuse(
                        member.state() != ExtensionState.STARTED,
                        Refusals.extension(member.state(), "Registered", call.name())))
                .or(() -> refuse(!crew.open(), Refusals.registrationClosed()));
    }

    private static Optional<Refused> refuseInternal(Crew crew, Register call) {
        return call.events().stream()
                .flatMap(Registration::refuseInternalEvent)
                .findFirst()
                .or(() -> refuse(!crew.open(), Refusals.registrationClosed()))
                .or(() -> refuse(crew.extensions().size() >= Limits.EXTENSIONS, Refusals.tooManyExtensions()))
                .or(() -> refuse(crew.internal(call.name()).isPresent(), Refusals.nameTaken()));
    }

    private static Stream<Refused> refuseInternalEvent(String event) {
        return switch (event) {
            case "INVOKE" -> Stream.empty();
            case "SHUTDOWN" -> Stream.of(Refusals.shutdownForInternal());
            default -> Stream.of(Refusals.invalidEvent(event));
        };
    }

    private static Optional<Refused> refuse(boolean wrong, Refused refusal) {
        return wrong ? Optional.of(refusal) : Optional.empty();
    }

    private static Turn accept(Setting setting, Crew crew, Register call) {
        String identifier = crew.identities().uuid();
        Set<Subscription> wanted = EnumSet.noneOf(Subscription.class);
        call.events().forEach(event -> wanted.add(Subscription.valueOf(event)));
        ExtensionMember member = crew.external(call.name())
                .orElseGet(() -> ExtensionMember.launched(Participant.internalExtension(call.name())))
                .registered(identifier, Set.copyOf(wanted));
        Answer answer = new Answer.Registered(
                identifier,
                setting.functionName(),
                setting.functionVersion(),
                setting.handler(),
                call.wantsAccount() ? setting.accountId() : "");
        return Turn.of(
                crew.with(member).with(crew.identities().next()),
                new Registered(member.who(), identifier, member.subscriptions()),
                new Answered(call.id(), answer));
    }
}
