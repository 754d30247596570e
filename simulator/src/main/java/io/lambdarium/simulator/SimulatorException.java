// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import org.apiguardian.api.API;

/** The simulator was asked for something it cannot do; the message says what to do instead. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SimulatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was asked, what was the case, and what to do. */
    public SimulatorException(String message) {
        super(message);
    }

    /** With what was asked, what was the case, what to do, and what lies behind it. */
    public SimulatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
