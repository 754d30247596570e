// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.CameToRest;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.Rested;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import io.lambdarium.simulator.internal.lifecycle.Input.Wake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everyone waits for an event: until what the processes wrote has been read, and they are frozen. So what an invocation
 * wrote stands before its report.
 *
 * @param sequel what comes after it
 * @param freezing whether the processes are being frozen
 * @param until when it goes on all the same
 */
record Resting(Setting setting, Crew crew, Sequel sequel, boolean freezing, Instant until) implements Inhabited {

    /** Where nobody writes and nobody can be frozen, there is no rest. */
    static Transition before(Sequel sequel, Setting setting, Crew crew, Instant now) {
        if (setting.atRest() == AtRest.NOTHING) {
            return sequel.go(setting, crew, false, now);
        }
        boolean freezing = sequel.freezes(setting);
        return Transition.to(
                new Resting(setting, crew, sequel, freezing, now.plus(Limits.RESTING)), new CameToRest(freezing));
    }

    @Override
    public Resting with(Crew other) {
        return new Resting(setting, other, sequel, freezing, until);
    }

    @Override
    public List<Event> lastWords() {
        return List.of(sequel.word());
    }

    @Override
    public Optional<Instant> wakeUpAt() {
        return Optional.of(until);
    }

    @Override
    public Transition settle(Instant now) {
        return Transition.to(this);
    }

    @Override
    public Transition on(Rested rested, Instant now) {
        Transition on = sequel.go(setting, crew, freezing, now);
        return rested.frozen() && freezing ? on.after(new Frozen()) : on;
    }

    @Override
    public Transition on(Wake wake, Instant now) {
        return now.isBefore(until) ? Transition.to(this) : sequel.go(setting, crew, freezing, now);
    }

    /** What comes next knows what to make of it. */
    @Override
    public Transition leave(Departure departure, Instant now) {
        return sequel.goWithout(departure, setting, crew, freezing, now);
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return Transition.to(new Resting(setting, crew, sequel.asLast(), freezing, until));
    }
}
