// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.internal.lifecycle.Input.Close;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Instant;
import java.util.List;

/** The end: whoever still calls is hung up on, for there is nobody to say no. */
record Terminated(Crew crew) implements Phase {

    static final Terminated NOBODY = new Terminated(Crew.none(Identities.of(0)));

    @Override
    public boolean isOver() {
        return true;
    }

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
    public Transition refused(Turn turn) {
        List<Event> hungUp = turn.events().stream()
                .filter(CallEvent.class::isInstance)
                .<Event>map(answer -> new Abandoned(((CallEvent) answer).call()))
                .toList();
        return Transition.to(this, hungUp);
    }
}
