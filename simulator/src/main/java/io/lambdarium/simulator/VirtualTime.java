// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/** The simulator's clock as the test moves it. In real time it can be read, but not moved. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface VirtualTime {

    /** What the simulator's clock shows. */
    Instant now();

    /**
     * Moves the clock, and returns when all that became due on the way has been decided, recorded and handed out.
     *
     * <p>A child process, and a thread that looks at the system's clock, do not follow.
     */
    void advance(Duration by);
}
