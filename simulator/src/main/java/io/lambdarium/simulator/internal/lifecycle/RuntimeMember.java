// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runtime of a crew.
 *
 * @param state where it stands
 * @param parked its calls for the next invocation, the oldest first
 */
record RuntimeMember(RuntimeState state, List<CallId> parked) {

    static RuntimeMember absent() {
        return new RuntimeMember(RuntimeState.ABSENT, List.of());
    }

    RuntimeMember in(RuntimeState other) {
        return new RuntimeMember(other, parked);
    }

    RuntimeMember park(CallId call) {
        if (parked.isEmpty()) {
            return new RuntimeMember(RuntimeState.READY, List.of(call));
        }
        List<CallId> longer = new ArrayList<>(parked);
        longer.add(call);
        return new RuntimeMember(RuntimeState.READY, List.copyOf(longer));
    }

    RuntimeMember without(CallId call) {
        if (parked.equals(List.of(call))) {
            return new RuntimeMember(state, List.of());
        }
        List<CallId> fewer = new ArrayList<>(parked);
        fewer.remove(call);
        return new RuntimeMember(state, List.copyOf(fewer));
    }

    Optional<CallId> oldest() {
        return parked.isEmpty() ? Optional.empty() : Optional.of(parked.get(0));
    }
}
