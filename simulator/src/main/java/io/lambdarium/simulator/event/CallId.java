// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** The number of an HTTP call, in the order in which a simulator received them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CallId(long number) {

    @Override
    public String toString() {
        return "call " + number;
    }
}
