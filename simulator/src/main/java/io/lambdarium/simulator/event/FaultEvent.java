// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** What became of a fault that a test ordered. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface FaultEvent extends Event {

    /**
     * A fault struck a call.
     *
     * @param call which call
     * @param endpoint what was called
     * @param fault the fault, in words
     */
    record Struck(CallId call, Endpoint endpoint, String fault) implements FaultEvent {}
}
