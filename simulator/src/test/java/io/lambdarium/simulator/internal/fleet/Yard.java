// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A fleet, and what happens to it, as a sentence. */
final class Yard {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration IDLE_LIMIT = Duration.ofMinutes(10);

    private Fleet fleet = Fleet.empty(IDLE_LIMIT);
    private Instant now = BEGIN;
    private List<Object> latest = List.of();

    static InvocationRequest request(String id) {
        return new InvocationRequest(id, "arn", "", "", "", "", "application/json", 2);
    }

    Yard requests(String id) {
        return follow(fleet.request(request(id), now));
    }

    Yard initializes(int environments) {
        return follow(fleet.initialize(environments, now));
    }

    Yard reserves(int concurrency) {
        fleet = fleet.with(new Concurrency(OptionalInt.of(concurrency)));
        return this;
    }

    Yard retires() {
        return follow(fleet.retire());
    }

    Yard wakes() {
        return follow(fleet.wake(now));
    }

    Yard passes(long seconds) {
        return passesMillis(1000 * seconds);
    }

    Yard passesMillis(long millis) {
        now = now.plusMillis(millis);
        return this;
    }

    /** The caller has the answer of that environment. */
    Yard answers(EnvironmentId environment, String id) {
        return hears(environment, new Responded(id, new CallId(1), 2, false));
    }

    Yard hears(EnvironmentId environment, Event event) {
        return follow(fleet.hear(environment, event, now));
    }

    /** With that environment, started ahead and idle; environments are numbered as they are started. */
    Yard withIdle(EnvironmentId environment) {
        return initializes(1).hears(environment, new Idled());
    }

    Fleet fleet() {
        return fleet;
    }

    Instant now() {
        return now;
    }

    /** The events and then the orders that the latest thing led to. */
    List<Object> latest() {
        return latest;
    }

    private Yard follow(FleetStep step) {
        fleet = step.next();
        List<Object> both = new ArrayList<>(step.events());
        both.addAll(step.orders());
        latest = List.copyOf(both);
        return this;
    }
}
