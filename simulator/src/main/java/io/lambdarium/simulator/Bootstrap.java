// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.util.Map;
import org.apiguardian.api.API;

/** How a runtime or an extension is started. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Bootstrap permits Attached, Bootstrap.InProcess {

    /**
     * The variable in which an in-process body finds what a process finds in {@code argv[0]}: the path that it was started
     * by, such as {@code /opt/extensions/flusher}. Extensions learn their name from it; Lambda has no variable for it, and
     * no process is given this one.
     */
    String ARGV0 = "LAMBDARIUM_ARGV0";

    /**
     * Runs the body on a thread of its own, once for each initialization of each environment.
     *
     * <p>Its return is exit status 0, an {@link ExitStatus} the status that it names, and any other exception is exit status
     * 1. SIGTERM interrupts it; SIGKILL abandons it, since a thread cannot be killed: every later call of it is refused.
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
         * @throws Exception to exit with status 1, or with that of an {@link ExitStatus}
         */
        void live(Map<String, String> variables) throws Exception;
    }

    /**
     * Thrown by an in-process body in order to exit with a status, where a process would call {@code exit(3)}.
     *
     * <pre>{@code
     * Bootstrap crashing = inProcess(variables -> { throw new Bootstrap.ExitStatus(3); });
     * }</pre>
     */
    final class ExitStatus extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        /** With the status to exit with: 0 to 255. */
        public ExitStatus(int status) {
            super("exit status " + status, null, false, false);
            this.status = status;
        }

        /** The status to exit with. */
        public int status() {
            return status;
        }
    }

    /**
     * A body on a thread of its own.
     *
     * @param body what it does
     */
    record InProcess(Body body) implements Bootstrap {}
}
