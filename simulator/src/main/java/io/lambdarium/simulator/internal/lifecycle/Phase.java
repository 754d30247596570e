// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.event.CallEvent.Delivered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.internal.lifecycle.Input.AnswerDelivered;
import io.lambdarium.simulator.internal.lifecycle.Input.Assign;
import io.lambdarium.simulator.internal.lifecycle.Input.CallerLeft;
import io.lambdarium.simulator.internal.lifecycle.Input.Close;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.ErrorBrokeOff;
import io.lambdarium.simulator.internal.lifecycle.Input.ErrorEnded;
import io.lambdarium.simulator.internal.lifecycle.Input.RanOutOfMemory;
import io.lambdarium.simulator.internal.lifecycle.Input.ResponseBrokeOff;
import io.lambdarium.simulator.internal.lifecycle.Input.ResponseEnded;
import io.lambdarium.simulator.internal.lifecycle.Input.Rested;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import io.lambdarium.simulator.internal.lifecycle.Input.Wake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where an environment is in its life. It says no to everything; what a phase overrides is the state machine. */
public sealed interface Phase permits Inhabited, Vacant, Terminated {

    /** A new environment: its first initialization has begun. */
    static Transition begin(Setting setting, Identities identities, boolean ahead, Instant now) {
        return Birth.of(setting, identities, ahead, now);
    }

    /** What is left of an environment that nobody remembers. */
    static Phase gone() {
        return Terminated.NOBODY;
    }

    /** Whether nothing can come of it any more. */
    default boolean isOver() {
        return false;
    }

    /** Who is there. */
    Crew crew();

    /** This phase with another crew. */
    Phase with(Crew other);

    /** Every call that has not ended. */
    default List<CallId> openCalls() {
        return crew().parked();
    }

    /** What is still to be recorded at the end of this phase, however it ends. */
    default List<Event> lastWords() {
        return List.of();
    }

    /** When this phase wants to be woken, if nothing happens before. */
    default Optional<Instant> wakeUpAt() {
        return Optional.empty();
    }

    // --- what happens to the environment ---

    default Transition on(Assign assign, Instant now) {
        throw new IllegalStateException("an invocation was assigned to an environment that is " + this);
    }

    Transition on(ShutDown order, Instant now);

    default Transition on(Close close, Instant now) {
        return Ending.abruptly(this);
    }

    default Transition on(Wake wake, Instant now) {
        return Transition.to(this);
    }

    default Transition on(Departure departure, Instant now) {
        return Transition.to(this, departure.event());
    }

    /** It came too late to matter. */
    default Transition on(Rested rested, Instant now) {
        return Transition.to(this);
    }

    default Transition on(RanOutOfMemory victim, Instant now) {
        return Transition.to(this, victim.event());
    }

    default Transition on(AnswerDelivered delivered, Instant now) {
        return Transition.to(this, new Delivered(delivered.call()));
    }

    default Transition on(CallerLeft left, Instant now) {
        return Transition.to(with(Departures.hangUp(crew(), left)), new CallerGone(left.call()));
    }

    // --- what the runtime says ---

    default Transition on(Call.RuntimeNext call, Instant now) {
        return refused(
                Turn.refuse(crew(), call.id(), Refusals.runtime(crew().runtime().state(), "Ready")));
    }

    default Transition on(Call.ResponseBegan call, Instant now) {
        return refused(RuntimeCalls.strayAnswer(crew(), call.id(), call.requestId()));
    }

    default Transition on(ResponseEnded ended, Instant now) {
        return Transition.to(this);
    }

    default Transition on(ResponseBrokeOff broken, Instant now) {
        return Transition.to(this);
    }

    default Transition on(Call.ErrorBegan call, Instant now) {
        return refused(RuntimeCalls.strayAnswer(crew(), call.id(), call.requestId()));
    }

    default Transition on(ErrorEnded ended, Instant now) {
        return Transition.to(this);
    }

    default Transition on(ErrorBrokeOff broken, Instant now) {
        return Transition.to(this);
    }

    default Transition on(Call.RuntimeInitError call, Instant now) {
        return refused(
                Turn.refuse(crew(), call.id(), Refusals.runtime(crew().runtime().state(), "InitError")));
    }

    // --- what an extension says ---

    default Transition on(Call.Register call, Instant now) {
        return refused(Turn.refuse(crew(), call.id(), Refusals.registrationClosed()));
    }

    default Transition on(Call.ExtensionNext call, Instant now) {
        return refused(Turn.refuse(crew(), call.id(), Refusals.unknownExtension(call.identifier())));
    }

    default Transition on(Call.ExtensionError call, Instant now) {
        return refused(Turn.refuse(crew(), call.id(), Refusals.unknownReporter()));
    }

    // --- what anybody says ---

    default Transition on(Call.Settled call, Instant now) {
        return refused(Turn.of(crew(), new Answered(call.id(), call.answer())));
    }

    /** That turn answers a call which the phase has no use for. */
    default Transition refused(Turn turn) {
        return Transition.to(with(turn.crew()), turn.events());
    }
}
