// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallId;
import java.util.Optional;

/**
 * How far an invocation has come.
 *
 * @param answered whether the caller has its result
 * @param runtimeDone whether the runtime has asked for the next one
 * @param responding the call whose body is being received
 */
record Progress(boolean answered, boolean runtimeDone, Optional<CallId> responding) {

    static final Progress NONE = new Progress(false, false, Optional.empty());

    Progress receiving(CallId call) {
        return new Progress(answered, runtimeDone, Optional.of(call));
    }

    Progress receivingNothing() {
        return new Progress(answered, runtimeDone, Optional.empty());
    }

    Progress withAnswer() {
        return new Progress(true, runtimeDone, Optional.empty());
    }

    Progress withRuntimeDone() {
        return new Progress(answered, true, responding);
    }

    boolean isReceiving(CallId call) {
        return responding.isPresent() && responding.get().equals(call);
    }
}
