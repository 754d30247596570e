// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentId;

/** The HTTP side, as the engine sees it. Nothing here waits for a peer. */
public interface Wire {

    /** Where the APIs of that environment are, as {@code host:port}; begins to listen if it does not yet. */
    String open(EnvironmentId environment);

    /** Closes all connections of that environment; with {@code anew}, its next {@link #open} has another address. */
    void disconnect(EnvironmentId environment, boolean anew);

    /** Stops listening for that environment and closes all its connections. */
    void close(EnvironmentId environment);

    /** Answers a call; what becomes of the answer comes back as an input. A call that is not there is ignored. */
    void answer(CallId call, Answer answer);

    /** Closes the connection of a call without an answer. A call that is not there is ignored. */
    void abandon(CallId call);
}
