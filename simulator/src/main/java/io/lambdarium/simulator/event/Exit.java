// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a process ended.
 *
 * @param status its exit status, where no signal killed it
 * @param signal the signal that it died of
 * @param detail what else is known, for the reader of a timeline; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Exit(int status, Optional<Signal> signal, String detail) {

    /** An exit with that status. */
    public static Exit status(int status) {
        return new Exit(status, Optional.empty(), "");
    }

    /** A death by that signal. */
    public static Exit by(Signal signal) {
        return new Exit(-1, Optional.of(signal), "");
    }

    /** The same exit with a remark for the reader. */
    public Exit detail(String remark) {
        return new Exit(status, signal, remark);
    }

    /** Whether the process left by itself with status 0. */
    public boolean isClean() {
        return signal.isEmpty() && status == 0;
    }

    /** The words AWS has for it: {@code exit status 3} or {@code signal: killed}. */
    public String words() {
        return signal.map(death -> "signal: " + death.words()).orElse("exit status " + status);
    }
}
