// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import java.time.Instant;

/** The runtime is launched: until it and every extension have asked for their first event. */
record Starting(Setting setting, Crew crew, Occasion occasion) implements Initializing {

    @Override
    public Starting with(Crew other) {
        return new Starting(setting, other, occasion);
    }

    @Override
    public Starting with(Occasion other) {
        return new Starting(setting, crew, other);
    }

    @Override
    public Transition settle(Instant now) {
        boolean ready = crew.runtime().state() == RuntimeState.READY && crew.extensionsHaveAsked();
        return ready ? Resting.before(Sequel.of(occasion, now), setting, crew, now) : Transition.to(this);
    }

    /** What an initialization is inside of has an id that is right, but nothing to answer yet. */
    @Override
    public Transition on(Call.ResponseBegan call, Instant now) {
        return occasion.isInside(call.requestId())
                ? tooEarly(call.id(), "InvocationResponse")
                : Initializing.super.on(call, now);
    }

    @Override
    public Transition on(Call.ErrorBegan call, Instant now) {
        return occasion.isInside(call.requestId())
                ? tooEarly(call.id(), "InvocationErrorResponse")
                : Initializing.super.on(call, now);
    }

    private Transition tooEarly(CallId call, String target) {
        return Transition.to(
                this, new Answered(call, Refusals.runtime(crew.runtime().state(), target)));
    }
}
