// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What comes after a rest.
 *
 * @param word what is recorded first: what was brought to its end
 * @param unreportedInit how long the initialization took that the next report names
 * @param request the invocation that the initialization was inside of
 * @param since since when the duration of that counts
 * @param pending whether an event waits already
 * @param last whether the environment shuts down after it
 */
record Sequel(
        Event word,
        Optional<Duration> unreportedInit,
        Optional<InvocationRequest> request,
        Instant since,
        boolean pending,
        boolean last) {

    static Sequel of(Completed report, boolean last, Instant now) {
        return new Sequel(report, Optional.empty(), Optional.empty(), now, false, last);
    }

    static Sequel of(Occasion occasion, Instant now) {
        Optional<Duration> reported = occasion.awaited() ? Optional.of(occasion.took(now)) : Optional.empty();
        boolean pending = occasion.awaited() || occasion.inside().isPresent();
        return new Sequel(
                new Initialized(occasion.phase(), occasion.took(now)),
                reported,
                occasion.inside(),
                occasion.began(),
                pending,
                occasion.last());
    }

    Sequel asLast() {
        return new Sequel(word, unreportedInit, request, since, pending, true);
    }

    boolean freezes(Setting setting) {
        return setting.atRest() == AtRest.FREEZE && !pending && !last;
    }

    /** Goes on, with processes that are frozen or may be. */
    Transition go(Setting setting, Crew crew, boolean frozen, Instant now) {
        Idle ready = new Idle(setting, crew, unreportedInit, frozen);
        return goOn(ready, last ? Transition.to(ready) : ready.begin(), now);
    }

    /** Goes on to end at once, since somebody has left: it idles for no time, and nobody may come in who waited for that. */
    Transition goWithout(Departure departure, Setting setting, Crew crew, boolean frozen, Instant now) {
        Idle ready = new Idle(setting, crew, unreportedInit, frozen);
        Transition on = goOn(ready, Transition.to(ready), now);
        return on.next().on(departure, now).after(on.events());
    }

    private Transition goOn(Idle ready, Transition idle, Instant now) {
        Transition next = request.isPresent() ? Invoking.begin(ready, request.get(), since, now) : idle;
        Transition end = last
                ? next.next().on(new ShutDown(ShutdownReason.SPINDOWN), now).after(next.events())
                : next;
        return end.after(word);
    }
}
