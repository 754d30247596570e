// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.RuntimeInitialized;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.internal.lifecycle.Call.RuntimeInitError;
import io.lambdarium.simulator.internal.lifecycle.Call.RuntimeNext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a runtime may say when, as far as no invocation is concerned. Source: runtime-invoke §1.3. */
final class RuntimeCalls {

    private static final Set<RuntimeState> MAY_ASK =
            EnumSet.of(RuntimeState.STARTED, RuntimeState.READY, RuntimeState.RUNNING, RuntimeState.RESPONSE_SENT);

    private RuntimeCalls() {}

    static Turn next(Crew crew, RuntimeNext call) {
        RuntimeMember runtime = crew.runtime();
        if (!MAY_ASK.contains(runtime.state())) {
            return Turn.refuse(crew, call.id(), Refusals.runtime(runtime.state(), "Ready"));
        }
        Turn parked = Turn.of(crew.with(runtime.park(call.id())).closed(), new Parked(call.id()));
        return runtime.state() == RuntimeState.STARTED ? parked.and(new RuntimeInitialized()) : parked;
    }

    static Turn initError(Crew crew, RuntimeInitError call) {
        RuntimeMember runtime = crew.runtime();
        if (runtime.state() != RuntimeState.STARTED) {
            return Turn.refuse(crew, call.id(), Refusals.runtime(runtime.state(), "InitError"));
        }
        Crew failing = crew.with(runtime.in(RuntimeState.INIT_ERROR))
                .failing(new Crew.Fatal(call.errorType(), Optional.of(call.id())));
        return Turn.of(
                failing,
                new InitErrorReported(Participant.RUNTIME, call.id(), call.errorType()),
                new Answered(call.id(), new Answer.Accepted()));
    }

    /** An answer to a request that is not the one at hand: too late if it timed out, else unknown. */
    static Turn strayAnswer(Crew crew, CallId call, String requestId) {
        return crew.late().contains(requestId)
                ? Turn.refuse(crew.with(crew.late().without(requestId)), call, Refusals.tooLate())
                : Turn.refuse(crew, call, Refusals.invalidRequestId());
    }
}
