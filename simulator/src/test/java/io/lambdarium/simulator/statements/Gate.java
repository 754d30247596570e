// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where a process waits until the test lets it on: {@code pass(port)} in Perl. */
final class Gate implements AutoCloseable {

    private final ServerSocket socket;

    private Gate(ServerSocket socket) {
        this.socket = socket;
    }

    /** One that is shut. */
    static Gate shut() throws IOException {
        return new Gate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Lets all through, those who wait and those who come later. */
    void open() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        open();
    }
}
