// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What processes hold as long as they live: {@code hold(port)} in Perl. */
final class Leash implements AutoCloseable {

    /** A JVM may have to be started first, on a machine that has much to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ServerSocket server;
    private final List<Socket> held = new ArrayList<>();

    private Leash(ServerSocket server) {
        this.server = server;
    }

    /** One that nobody holds yet. */
    static Leash ready() throws IOException {
        return new Leash(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits until so many processes hold it. */
    void awaitHolders(int count) throws IOException {
        server.setSoTimeout((int) PATIENCE.toMillis());
        while (held.size() < count) {
            held.add(server.accept());
        }
    }

    /** Returns when none of them lives any more; fails if that takes longer. */
    void awaitEnd(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        for (Socket socket : held) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            socket.setSoTimeout((int) Math.max(1, millis));
            if (socket.getInputStream().read() >= 0) {
                throw new AssertionError("a holder is not supposed to say anything");
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : held) {
            socket.close();
        }
    }
}
