// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the fleet knows of one environment.
 *
 * @param environment which
 * @param state what it is at
 * @param since when it came to that
 * @param used when it was last given an invocation or answered one; the beginning of time if it never was
 * @param waiting the invocation that it will run as soon as it can
 * @param retired whether no further invocation may reach it
 */
record Berth(
        EnvironmentId environment,
        State state,
        Instant since,
        Instant used,
        Optional<InvocationRequest> waiting,
        boolean retired) {

    /**
     * How long an environment that has answered counts as about to be idle. On Lambda it is idle again before the answer has
     * reached its caller and the next request has come back; here that takes microseconds, and a machine with ten times as
     * much to do as it can was seen to keep a runtime from its core for more than 100 ms. An invocation that waits in vain
     * loses no more than a cold start takes.
     */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** What an environment is at; the declared order is the order of preference for an invocation. */
    enum State {
        /** The caller has its answer, but not everybody has asked for the next event. */
        RETURNING,
        IDLE,
        VACANT,
        INITIALIZING,
        RESETTING,
        BUSY,
        STOPPING
    }

    static Berth starting(EnvironmentId environment, Optional<InvocationRequest> waiting, Instant now) {
        return new Berth(environment, State.INITIALIZING, now, Instant.MIN, waiting, false);
    }

    Berth in(State other, Instant now) {
        boolean inUse = other == State.BUSY || other == State.RETURNING;
        return new Berth(environment, other, now, inUse ? now : used, waiting, retired);
    }

    Berth holding(InvocationRequest request) {
        return new Berth(environment, state, since, used, Optional.of(request), retired);
    }

    Berth released() {
        return new Berth(environment, state, since, used, Optional.empty(), retired);
    }

    Berth retire() {
        return new Berth(environment, state, since, used, waiting, true);
    }

    boolean isOf(EnvironmentId other) {
        return environment.number() == other.number();
    }

    /** Whether an invocation can be bound to it: it is free, or will be without another invocation before. */
    boolean isFree(Instant now) {
        boolean soon = state == State.RETURNING ? now.isBefore(graceEnds()) : state.compareTo(State.BUSY) < 0;
        return soon && !retired && waiting.isEmpty();
    }

    /** Whether it counts against the limit on concurrency. */
    boolean isTaken(Instant now) {
        return waiting.isPresent() || state == State.BUSY || (state == State.RETURNING && !now.isBefore(graceEnds()));
    }

    /** Whether it can run an invocation right now. */
    boolean isReady() {
        return state == State.IDLE || state == State.VACANT;
    }

    /** Whether an invocation waits for it that is given another environment if this one does not get idle soon. */
    boolean isHopedFor() {
        return state == State.RETURNING && waiting.isPresent();
    }

    /** Whether an invocation had better be bound to this one: the more ready, and of equals the one used last. */
    boolean isBetterThan(Berth other) {
        int readier = readiness().compareTo(other.readiness());
        int later = used.equals(other.used) ? since.compareTo(other.since) : used.compareTo(other.used);
        return readier == 0 ? later > 0 : readier < 0;
    }

    /** Who is about to be idle is as good as idle: whoever invokes twice in a row meets the same environment (L-160). */
    private State readiness() {
        return state == State.RETURNING ? State.IDLE : state;
    }

    private Instant graceEnds() {
        return since.plus(GRACE);
    }

    /** When something is to be done about it, if nothing happens before. */
    Optional<Instant> wakeUpAt(Duration idleLimit) {
        if (isReady()) {
            return Optional.of(since.plus(idleLimit));
        }
        return isHopedFor() ? Optional.of(graceEnds()) : Optional.empty();
    }
}
