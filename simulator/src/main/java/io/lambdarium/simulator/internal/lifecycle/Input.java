// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.FaultEvent;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Instant;
import java.util.Optional;

/** Something that happens to an environment. What comes over HTTP is a {@link Call}. */
public sealed interface Input
        permits Call,
                Input.Assign,
                Input.ShutDown,
                Input.Close,
                Input.Wake,
                Input.Departure,
                Input.AnswerDelivered,
                Input.CallerLeft,
                Input.ResponseEnded,
                Input.ResponseBrokeOff,
                Input.ErrorEnded,
                Input.ErrorBrokeOff,
                Input.FaultStruck,
                Input.Rested,
                Input.RanOutOfMemory,
                Input.Observed {

    /** Lets the phase say what follows. */
    Transition meet(Phase phase, Instant now);

    /** An invocation was given to the environment. */
    record Assign(InvocationRequest request) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** The environment is to end, after the invocation that it may be busy with. */
    record ShutDown(ShutdownReason reason) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** The simulator is closed: the environment ends at once and without ceremony. */
    record Close() implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** The time that the phase named has come, or another; a needless wake-up changes nothing. */
    record Wake() implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** A participant is not there any more, or never came. */
    sealed interface Departure extends Input permits Exited, LaunchFailed {

        /** Who. */
        Participant participant();

        /** Of which initialization. */
        int generation();

        /** How its process exited, if there was one. */
        Optional<Exit> exited();

        /** What is recorded of it. */
        Event event();

        /** What AWS makes of it where nobody was to leave. */
        Failure failure(Crew crew);

        @Override
        default Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** A participant's process ended. */
    record Exited(Participant participant, int generation, Exit exit) implements Departure {

        @Override
        public Optional<Exit> exited() {
            return Optional.of(exit);
        }

        @Override
        public ProcessEvent.Exited event() {
            return new ProcessEvent.Exited(participant, generation, exit);
        }

        @Override
        public Failure failure(Crew crew) {
            return crew.failure(participant, exit);
        }
    }

    /**
     * A participant could not be launched.
     *
     * @param remark what its files show; may be empty
     */
    record LaunchFailed(Participant participant, int generation, Failure failure, String remark) implements Departure {

        @Override
        public Optional<Exit> exited() {
            return Optional.empty();
        }

        @Override
        public ProcessEvent.LaunchFailed event() {
            return new ProcessEvent.LaunchFailed(participant, generation, failure, remark);
        }

        @Override
        public Failure failure(Crew crew) {
            return failure;
        }
    }

    /** An answer went out whole. */
    record AnswerDelivered(CallId call) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** A caller hung up. */
    record CallerLeft(CallId call) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** The body of a response that was let in has arrived. */
    record ResponseEnded(CallId call, long size, boolean streamed) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** The body of a response that was let in broke off. */
    record ResponseBrokeOff(CallId call) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /**
     * The body of an error that was let in has arrived.
     *
     * @param errorType the validated type of the error
     */
    record ErrorEnded(CallId call, long size, String errorType) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** The body of an error that was let in broke off. */
    record ErrorBrokeOff(CallId call) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** A fault that a test ordered struck; the environment does not know. */
    record FaultStruck(CallId call, Endpoint endpoint, String fault) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return Transition.to(phase, new FaultEvent.Struck(call, endpoint, fault));
        }
    }

    /**
     * What the environment's processes wrote before they came to rest has been read.
     *
     * @param frozen whether they are frozen now
     */
    record Rested(boolean frozen) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** Its processes ran out of memory. */
    record RanOutOfMemory(ProcessEvent.RanOutOfMemory event) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** Processes wrote something, or grew: no life depends on that. */
    record Observed(Event event) implements Input {
        @Override
        public Transition meet(Phase phase, Instant now) {
            return Transition.to(phase, event);
        }
    }
}
