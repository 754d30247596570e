// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.ExtensionEvent.AskedAgainAfterShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.ExitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.Ready;
import io.lambdarium.simulator.internal.lifecycle.Call.ExtensionError;
import io.lambdarium.simulator.internal.lifecycle.Call.ExtensionNext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an extension may say when. Source: extensions-telemetry §§1.4 to 1.7. */
final class ExtensionCalls {

    private static final Set<ExtensionState> MAY_ASK = EnumSet.of(ExtensionState.REGISTERED, ExtensionState.RUNNING);
    private static final Set<ExtensionState> MAY_FAIL_INIT =
            EnumSet.of(ExtensionState.REGISTERED, ExtensionState.INIT_ERROR);
    private static final Set<ExtensionState> MAY_FAIL = EnumSet.of(
            ExtensionState.REGISTERED, ExtensionState.READY, ExtensionState.RUNNING, ExtensionState.EXIT_ERROR);

    private ExtensionCalls() {}

    static Turn next(Crew crew, ExtensionNext call) {
        return crew.identified(call.identifier())
                .map(member -> next(crew, member, call))
                .orElseGet(() -> Turn.refuse(crew, call.id(), Refusals.unknownExtension(call.identifier())));
    }

    private static Turn next(Crew crew, ExtensionMember member, ExtensionNext call) {
        if (!MAY_ASK.contains(member.state())) {
            return Turn.refuse(crew, call.id(), Refusals.extension(member.state(), "Ready", member.identifier()));
        }
        Turn parked = Turn.of(crew.with(member.park(call.id())), new Parked(call.id()));
        if (member.told()) {
            return parked.and(new AskedAgainAfterShutdown(member.who()));
        }
        return member.state() == ExtensionState.REGISTERED ? parked.and(new Ready(member.who())) : parked;
    }

    static Turn error(Crew crew, ExtensionError call) {
        return crew.identified(call.identifier())
                .map(member -> error(crew, member, call))
                .orElseGet(() -> Turn.refuse(crew, call.id(), Refusals.unknownReporter()));
    }

    private static Turn error(Crew crew, ExtensionMember member, ExtensionError call) {
        boolean init = call.endpoint() == Endpoint.EXTENSION_INIT_ERROR;
        if (!(init ? MAY_FAIL_INIT : MAY_FAIL).contains(member.state())) {
            String target = init ? "InitError" : "Exited";
            return Turn.refuse(crew, call.id(), Refusals.extension(member.state(), target, member.identifier()));
        }
        Turn reported = member.state() == failed(init) ? Turn.of(crew) : report(crew, member, call, init);
        return reported.and(new Answered(call.id(), new Answer.Accepted()));
    }

    /** Only the first report counts; a repeated one is accepted and changes nothing (E-073, E-077). */
    private static Turn report(Crew crew, ExtensionMember member, ExtensionError call, boolean init) {
        Crew failing = crew.with(member.in(failed(init)))
                .failing(new Crew.Fatal(init ? "Extension.InitError" : "Extension.ExitError", Optional.empty()));
        return Turn.of(
                failing,
                init
                        ? new InitErrorReported(member.who(), call.id(), call.errorType())
                        : new ExitErrorReported(member.who(), call.id(), call.errorType()));
    }

    private static ExtensionState failed(boolean init) {
        return init ? ExtensionState.INIT_ERROR : ExtensionState.EXIT_ERROR;
    }
}
