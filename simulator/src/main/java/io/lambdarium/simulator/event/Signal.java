// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** A signal that the simulator sends to a process, or that a process died of. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Signal {
    /** A request to leave; an in-process body is interrupted. */
    SIGTERM("terminated"),
    /** The end; an in-process body is abandoned, since a thread cannot be killed. */
    SIGKILL("killed");

    private final String words;

    Signal(String words) {
        this.words = words;
    }

    /** How AWS words a death by this signal, after {@code signal: }. */
    public String words() {
        return words;
    }
}
