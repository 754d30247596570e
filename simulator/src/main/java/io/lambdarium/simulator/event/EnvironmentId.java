// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** The number of an execution environment, in the order in which a simulator started them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EnvironmentId(int number) {

    /** Written out, as in all keys; see the house style. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EnvironmentId id && id.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "environment " + number;
    }
}
