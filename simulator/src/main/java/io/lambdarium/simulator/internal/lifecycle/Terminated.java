// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.internal.lifecycle.Input.Close;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Instant;

/** The end: whoever still calls is hung up on. */
record Terminated(Crew crew) implements Phase {

    @Override
    public Terminated with(Crew other) {
        return new Terminated(other);
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return Transition.to(this);
    }

    @Override
    public Transition on(Close close, Instant now) {
        return Transition.to(this);
    }

    @Override
    public Transition on(Call.RuntimeNext call, Instant now) {
        return hangUp(call.id());
    }

    @Override
    public Transition on(Call.ResponseBegan call, Instant now) {
        return hangUp(call.id());
    }

    @Override
    public Transition on(Call.RuntimeError call, Instant now) {
        return hangUp(call.id());
    }

    @Override
    public Transition on(Call.RuntimeInitError call, Instant now) {
        return hangUp(call.id());
    }

    @Override
    public Transition on(Call.Register call, Instant now) {
        return hangUp(call.id());
    }

    @Override
    public Transition on(Call.ExtensionNext call, Instant now) {
        return hangUp(call.id());
    }

    @Override
    public Transition on(Call.ExtensionError call, Instant now) {
        return hangUp(call.id());
    }

    @Override
    public Transition on(Call.Settled call, Instant now) {
        return hangUp(call.id());
    }

    private Transition hangUp(CallId call) {
        return Transition.to(this, new Abandoned(call));
    }
}
