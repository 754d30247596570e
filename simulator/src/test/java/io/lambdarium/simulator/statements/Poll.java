// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;

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

    /** Waits until the connection is closed; says how many bytes came before. */
    int bytesUntilClosed() {
        try {
            return client.in().readAllBytes().length;
        } catch (SocketException reset) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hangs up. */
    @Override
    public void close() {
        client.close();
    }
}
