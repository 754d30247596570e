// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Participant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An HTTP call of a participant, decoded. */
public sealed interface Call extends Input {

    /** Its number. */
    CallId id();

    /** What was called. */
    Endpoint endpoint();

    /** Who called, as far as the crew can tell. */
    default Participant caller(Crew crew) {
        return Participant.RUNTIME;
    }

    /** What it names: the request that it answers, or method and path where Lambda has no such operation; else empty. */
    default String subject() {
        return "";
    }

    /** Lets the phase answer it, park it or abandon it. */
    Transition ask(Phase phase, Instant now);

    @Override
    default Transition meet(Phase phase, Instant now) {
        CallEvent received = new CallEvent.Received(id(), endpoint(), caller(phase.crew()), subject());
        return ask(phase, now).after(List.of(received));
    }

    /** The runtime asks for the next invocation. */
    record RuntimeNext(CallId id) implements Call {
        @Override
        public Endpoint endpoint() {
            return Endpoint.RUNTIME_NEXT;
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /**
     * The runtime begins to answer an invocation; the body is on its way.
     *
     * @param echo the invocation id as the runtime echoes it, if it does
     * @param legalMode whether the response mode is one that AWS knows
     */
    record ResponseBegan(CallId id, String requestId, Optional<String> echo, boolean legalMode) implements Call {
        @Override
        public Endpoint endpoint() {
            return Endpoint.RUNTIME_RESPONSE;
        }

        @Override
        public String subject() {
            return requestId;
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /**
     * The runtime begins to report that the function failed; the body is on its way.
     *
     * @param echo the invocation id as the runtime echoes it, if it does
     */
    record ErrorBegan(CallId id, String requestId, Optional<String> echo) implements Call {
        @Override
        public Endpoint endpoint() {
            return Endpoint.RUNTIME_ERROR;
        }

        @Override
        public String subject() {
            return requestId;
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /**
     * The runtime reports that it could not initialize; the body is there.
     *
     * @param errorType the validated type of the error
     */
    record RuntimeInitError(CallId id, String errorType) implements Call {
        @Override
        public Endpoint endpoint() {
            return Endpoint.RUNTIME_INIT_ERROR;
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /**
     * An extension registers.
     *
     * @param name the name it gives; never empty
     * @param events the events it asks for, as it spells them
     * @param wantsAccount whether it asks for the account id
     */
    record Register(CallId id, String name, List<String> events, boolean wantsAccount) implements Call {
        @Override
        public Endpoint endpoint() {
            return Endpoint.EXTENSION_REGISTER;
        }

        @Override
        public Participant caller(Crew crew) {
            return new Claim("", name, false).in(crew);
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /**
     * An extension asks for the next event.
     *
     * @param identifier what it got when it registered, in canonical form
     */
    record ExtensionNext(CallId id, String identifier) implements Call {
        @Override
        public Endpoint endpoint() {
            return Endpoint.EXTENSION_NEXT;
        }

        @Override
        public Participant caller(Crew crew) {
            return crew.identified(identifier).map(ExtensionMember::who).orElse(Participant.STRANGER);
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /**
     * An extension reports an error: that it could not initialize, or that it is about to exit.
     *
     * @param endpoint which of the two
     * @param identifier what it got when it registered, in canonical form
     * @param errorType what it calls the error
     */
    record ExtensionError(CallId id, Endpoint endpoint, String identifier, String errorType) implements Call {

        private static final Set<Endpoint> ENDPOINTS =
                Set.of(Endpoint.EXTENSION_INIT_ERROR, Endpoint.EXTENSION_EXIT_ERROR);

        public ExtensionError {
            if (!ENDPOINTS.contains(endpoint)) {
                throw new IllegalArgumentException("not an error report of an extension: " + endpoint);
            }
        }

        @Override
        public Participant caller(Crew crew) {
            return crew.identified(identifier).map(ExtensionMember::who).orElse(Participant.STRANGER);
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /**
     * A call whose answer does not depend on the environment: a ping, a path that does not exist, a malformed body.
     *
     * @param answer what it is told
     * @param subject method and path, where Lambda has no such operation; else empty
     * @param claim who seems to have called
     */
    record Settled(CallId id, Endpoint endpoint, Answer answer, String subject, Claim claim) implements Call {

        @Override
        public Participant caller(Crew crew) {
            return claim.in(crew);
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return phase.on(this, now);
        }
    }

    /** A call that a fault keeps from Lambda: it is received, and abandoned. */
    record Dropped(CallId id, Endpoint endpoint) implements Call {
        @Override
        public Participant caller(Crew crew) {
            return Participant.STRANGER;
        }

        @Override
        public Transition ask(Phase phase, Instant now) {
            return Transition.to(phase, new CallEvent.Abandoned(id));
        }
    }
}
