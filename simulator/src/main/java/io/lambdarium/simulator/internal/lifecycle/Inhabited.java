// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.RanOutOfMemory;
import java.time.Instant;

/** A phase in which there are processes: who may say what depends on the speaker's state, what follows on the phase. */
sealed interface Inhabited extends Phase permits Initializing, Idle, Invoking, Resting, Stopping {

    /** What is deployed. */
    Setting setting();

    @Override
    Inhabited with(Crew other);

    /** What follows now that the crew is as it is; the phase itself if nothing does. */
    Transition settle(Instant now);

    /** What follows when that member of the crew is not there any more. */
    Transition leave(Departure departure, Instant now);

    /** Takes the turn and settles. */
    default Transition follow(Turn turn, Instant now) {
        return with(turn.crew()).settle(now).after(turn.events());
    }

    @Override
    default Transition on(Departure departure, Instant now) {
        return Departures.concerns(crew(), departure) ? leave(departure, now) : Transition.to(this, departure.event());
    }

    /** If it was the runtime itself, its exit is reported as what it is. Source: lifecycle §4.6. */
    @Override
    default Transition on(RanOutOfMemory victim, Instant now) {
        return Transition.to(with(Departures.outOfMemory(crew(), victim.event())), victim.event());
    }

    @Override
    default Transition on(Call.RuntimeNext call, Instant now) {
        return follow(RuntimeCalls.next(crew(), call), now);
    }

    @Override
    default Transition on(Call.RuntimeInitError call, Instant now) {
        return follow(RuntimeCalls.initError(crew(), call), now);
    }

    @Override
    default Transition on(Call.Register call, Instant now) {
        return follow(Registration.of(setting(), crew(), call), now);
    }

    @Override
    default Transition on(Call.ExtensionNext call, Instant now) {
        return follow(ExtensionCalls.next(crew(), call), now);
    }

    @Override
    default Transition on(Call.ExtensionError call, Instant now) {
        return follow(ExtensionCalls.error(crew(), call), now);
    }
}
