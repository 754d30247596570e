// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lambdarium.simulator.soak.RawConnection;
import java.io.Closeable;
import java.io.IOException;

/** One keep-alive connection that asks for nothing in particular. */
final class RawClient implements Closeable {

    private static final byte[] NOTHING = {};

    private final RawConnection connection;
    private final byte[] request;

    RawClient(String address) throws IOException {
        connection = RawConnection.to(address);
        request = ("GET / HTTP/1.1\r\nHost: " + address + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    void request() throws IOException {
        connection.send(request, NOTHING);
        if (!connection.read().begins("HTTP/1.1 200")) {
            throw new IOException("The floor did not answer with 200.");
        }
    }

    void twoRequests() throws IOException {
        request();
        request();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
