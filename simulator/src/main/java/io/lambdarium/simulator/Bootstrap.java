// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.util.Map;
import org.apiguardian.api.API;

/** How a runtime or an extension is started. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Bootstrap permits Attached, Bootstrap.InProcess {

    /**
     * Runs the body on a thread of its own, once for each initialization of each environment.
     *
     * <p>Its return is exit status 0, an exception is exit status 1. SIGTERM interrupts it; SIGKILL abandons it, since a
     * thread cannot be killed: every later call of it is refused.
     */
    static Bootstrap inProcess(Body body) {
        return new InProcess(body);
    }

    /**
     * Waits for someone else to start it: an IDE, a debugger, or the test itself.
     *
     * @see Attached
     */
    static Attached attached() {
        return new Attached();
    }

    /** What an in-process participant does with its life. */
    @FunctionalInterface
    interface Body {

        /**
         * Lives until it returns or throws.
         *
         * @param variables the environment variables that Lambda would give it
         * @throws Exception to exit with status 1
         */
        void live(Map<String, String> variables) throws Exception;
    }

    /**
     * A body on a thread of its own.
     *
     * @param body what it does
     */
    record InProcess(Body body) implements Bootstrap {}
}
