// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.lifecycle.Input;

/**
 * The inbox of one environment.
 *
 * @param all the inbox of all of them
 * @param environment which it is
 */
record EnvironmentInbox(Inbox all, EnvironmentId environment) {

    void put(Input input) {
        all.put(environment, input);
    }

    void put(Input first, Input second) {
        all.put(environment, first, second);
    }
}
