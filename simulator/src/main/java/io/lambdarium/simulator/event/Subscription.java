// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** The events that an extension can ask for when it registers. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Subscription {
    /** Told of each invocation, and waited for after it. */
    INVOKE,
    /** Told when the environment shuts down; for external extensions only. */
    SHUTDOWN
}
