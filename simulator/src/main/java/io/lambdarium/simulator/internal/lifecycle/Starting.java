// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
        boolean ready = crew.runtime().state() == RuntimeState.READY
                && crew.extensions().stream().allMatch(ExtensionMember::hasAsked);
        return ready ? initialized(now) : Transition.to(this);
    }

    private Transition initialized(Instant now) {
        Optional<Duration> reported = occasion.awaited() ? Optional.of(occasion.took(now)) : Optional.empty();
        Idle ready = new Idle(setting, crew, reported);
        Transition next = occasion.inside()
                .map(request -> invoke(ready, request, now))
                .orElseGet(() -> Transition.to(ready, new Idled()));
        return next.after(new Initialized(occasion.phase(), occasion.took(now)));
    }

    /** What an initialization is inside of has an id that is right, but nothing to answer yet. */
    @Override
    public Transition on(Call.ResponseBegan call, Instant now) {
        return occasion.isInside(call.requestId())
                ? tooEarly(call.id(), "InvocationResponse")
                : Initializing.super.on(call, now);
    }

    @Override
    public Transition on(Call.RuntimeError call, Instant now) {
        return occasion.isInside(call.requestId())
                ? tooEarly(call.id(), "InvocationErrorResponse")
                : Initializing.super.on(call, now);
    }

    private Transition tooEarly(CallId call, String target) {
        return Transition.to(
                this, new Answered(call, Refusals.runtime(crew.runtime().state(), target)));
    }

    private Transition invoke(Idle ready, InvocationRequest request, Instant now) {
        Transition begun = Invoking.begin(ready, request, occasion.began(), now);
        return occasion.last()
                ? begun.next().on(new ShutDown(ShutdownReason.SPINDOWN), now).after(begun.events())
                : begun;
    }
}
