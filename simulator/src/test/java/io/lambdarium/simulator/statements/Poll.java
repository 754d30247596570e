// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;

/** A long poll on a connection of its own. */
final class Poll implements AutoCloseable {

    private final RawClient client;

    Poll(RawClient client) {
        this.client = client;
    }

    RawClient client() {
        return client;
    }

    /** Waits for the answer. */
    Reply reply() {
        return client.receive();
    }

    /** Hangs up. */
    @Override
    public void close() {
        client.close();
    }
}
