// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** The number of an HTTP call, in the order in which a simulator received them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CallId(long number) {

    /** Written out, as in all keys; see the house style. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CallId id && id.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return "call " + number;
    }
}
