// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import io.lambdarium.simulator.event.Participant;
import java.util.stream.Stream;

/**
 * The calls of an endpoint by a participant.
 *
 * @param lives who, where
 * @param endpoint what was called
 */
record Calls(Lives lives, Endpoint endpoint) {

    long count(Journal journal) {
        return Stream.concat(received(journal), struck(journal)).distinct().count();
    }

    private Stream<CallId> received(Journal journal) {
        return lives.in(journal).stream()
                .flatMap(life -> life.entries().stream())
                .flatMap(entry -> entry.event() instanceof Received received ? Stream.of(received) : Stream.empty())
                .filter(received -> received.endpoint() == endpoint)
                .map(Received::call);
    }

    /**
     * A call that a fault answered never reached its environment, so nobody knows who called; what only a runtime calls is
     * the runtime's.
     */
    private Stream<CallId> struck(Journal journal) {
        boolean onlyRuntimesCall = endpoint.name().startsWith("RUNTIME_");
        return journal.entries().stream()
                .filter(entry -> onlyRuntimesCall && lives.who().equals(Participant.RUNTIME) && lives.isWhere(entry))
                .flatMap(entry -> entry.event() instanceof Struck struck ? Stream.of(struck) : Stream.empty())
                .filter(struck -> struck.endpoint() == endpoint)
                .map(Struck::call);
    }
}
