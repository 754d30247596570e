// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lambdarium.simulator.soak.RawConnection;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A floor: answers every request of one connection with nothing. */
final class RawServer implements Closeable {

    private static final byte[] OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

    private final ServerSocket server;

    RawServer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Threads.daemon("raw-server", this::serve);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() throws IOException {
        try (RawConnection connection = new RawConnection(server.accept())) {
            while (connection.read().begins("GET ")) {
                connection.send(OK, new byte[0]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
