// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** The number of an execution environment, in the order in which a simulator started them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EnvironmentId(int number) {

    @Override
    public String toString() {
        return "environment " + number;
    }
}
