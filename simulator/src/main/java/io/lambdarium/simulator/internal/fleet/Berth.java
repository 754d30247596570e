// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * What the fleet knows of one environment.
 *
 * @param environment which
 * @param state what it is at
 * @param since when it came to that
 * @param waiting the invocation that it will run as soon as it can
 * @param retired whether no further invocation may reach it
 */
record Berth(
        EnvironmentId environment, State state, Instant since, Optional<InvocationRequest> waiting, boolean retired) {

    /** What an environment is at; the declared order is the order of preference for an invocation. */
    enum State {
        IDLE,
        VACANT,
        INITIALIZING,
        RESETTING,
        BUSY,
        STOPPING
    }

    static Berth starting(EnvironmentId environment, Optional<InvocationRequest> waiting, Instant now) {
        return new Berth(environment, State.INITIALIZING, now, waiting, false);
    }

    Berth in(State other, Instant now) {
        return new Berth(environment, other, now, waiting, retired);
    }

    Berth holding(InvocationRequest request) {
        return new Berth(environment, state, since, Optional.of(request), retired);
    }

    Berth released() {
        return new Berth(environment, state, since, Optional.empty(), retired);
    }

    Berth retire() {
        return new Berth(environment, state, since, waiting, true);
    }

    /** Whether an invocation can be bound to it: it is free, or will be without another invocation before. */
    boolean isFree() {
        return !retired && waiting.isEmpty() && state.compareTo(State.BUSY) < 0;
    }

    /** Whether it counts against the limit on concurrency. */
    boolean isTaken() {
        return state == State.BUSY || waiting.isPresent();
    }

    /** Whether it can run an invocation right now. */
    boolean isReady() {
        return state == State.IDLE || state == State.VACANT;
    }
}
