// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import java.util.Locale;
import org.apiguardian.api.API;

/** Why an execution environment shuts down, as an extension is told with SHUTDOWN. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ShutdownReason {
    /** The environment was idle for long, or its function was updated. */
    SPINDOWN,
    /** The function, or an extension after it, overran the function timeout. */
    TIMEOUT,
    /** The runtime or an extension crashed. */
    FAILURE;

    /** The word on the wire; production sends it in lower case (E-138). */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
