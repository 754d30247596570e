// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.internal.lifecycle.Input.ErrorBrokeOff;
import io.lambdarium.simulator.internal.lifecycle.Input.ErrorEnded;
import io.lambdarium.simulator.internal.lifecycle.Input.ResponseBrokeOff;
import io.lambdarium.simulator.internal.lifecycle.Input.ResponseEnded;
import java.util.Optional;

/** How the runtime answers an invocation. The order of the checks is AWS's. Source: runtime-invoke §§1.3, 1.5, 1.6, 1.10. */
final class Answering {

    private static final Failure TOO_LARGE = new Failure(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (" + Limits.RESPONSE + " bytes).");
    private static final Failure TRUNCATED = new Failure("Runtime.TruncatedResponse", "");
    private static final Failure INVALID_MODE = new Failure("Runtime.InvalidResponseModeHeader", "");

    private Answering() {}

    static Transition began(Invoking phase, Call.ResponseBegan call) {
        Optional<Refused> refusal = refuse(phase, "InvocationResponse", call.echo());
        if (refusal.isPresent()) {
            return Transition.to(phase, new Answered(call.id(), refusal.get()));
        }
        return call.legalMode()
                ? Transition.to(
                        phase.with(RuntimeState.RESPONDING, phase.progress().receiving(call.id())))
                : fail(phase, call.id(), INVALID_MODE, Refusals.invalidResponseMode());
    }

    static Transition ended(Invoking phase, ResponseEnded ended) {
        String requestId = phase.delivery().requestId();
        return ended.size() > Limits.RESPONSE
                ? fail(phase, ended.call(), TOO_LARGE, Refusals.tooLarge())
                : Transition.to(
                        answered(phase),
                        new Responded(requestId, ended.call(), ended.size(), ended.streamed()),
                        new Answered(ended.call(), new Answer.Accepted()));
    }

    static Transition brokeOff(Invoking phase, ResponseBrokeOff broken) {
        return fail(phase, broken.call(), TRUNCATED, Refusals.truncated());
    }

    static Transition began(Invoking phase, Call.ErrorBegan call) {
        Optional<Refused> refusal = refuse(phase, "InvocationErrorResponse", call.echo());
        return refusal.isPresent()
                ? Transition.to(phase, new Answered(call.id(), refusal.get()))
                : Transition.to(
                        phase.with(RuntimeState.REPORTING, phase.progress().receiving(call.id())));
    }

    static Transition ended(Invoking phase, ErrorEnded ended) {
        String requestId = phase.delivery().requestId();
        return ended.size() > Limits.RESPONSE
                ? leaveOpen(phase, ended.call(), Refusals.tooLarge())
                : Transition.to(
                        answered(phase),
                        new ErrorReported(requestId, ended.call(), ended.errorType()),
                        new Answered(ended.call(), new Answer.Accepted()));
    }

    static Transition brokeOff(Invoking phase, ErrorBrokeOff broken) {
        return leaveOpen(phase, broken.call(), Refusals.truncated());
    }

    /** An error that did not come whole is none: the runtime may still answer. Source: runtime-invoke §1.6. */
    private static Transition leaveOpen(Invoking phase, CallId call, Refused refusal) {
        return Transition.to(
                phase.with(RuntimeState.RUNNING, phase.progress().receivingNothing()), new Answered(call, refusal));
    }

    private static Optional<Refused> refuse(Invoking phase, String target, Optional<String> echo) {
        RuntimeState state = phase.crew().runtime().state();
        if (state != RuntimeState.RUNNING) {
            return Optional.of(Refusals.runtime(state, target));
        }
        return phase.delivery().contradicts(echo) ? Optional.of(Refusals.tooLate()) : Optional.empty();
    }

    private static Transition fail(Invoking phase, CallId call, Failure failure, Refused refusal) {
        return Transition.to(
                answered(phase), new Failed(phase.delivery().requestId(), failure), new Answered(call, refusal));
    }

    private static Invoking answered(Invoking phase) {
        return phase.with(RuntimeState.RESPONSE_SENT, phase.progress().withAnswer());
    }
}
