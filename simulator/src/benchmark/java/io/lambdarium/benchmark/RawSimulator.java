// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lambdarium.simulator.soak.RawConnection;
import io.lambdarium.simulator.soak.RawMessage;
import io.lambdarium.simulator.soak.RawRuntime;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;

/**
 * A floor: the Runtime API for one runtime by hand on a blocking socket, with nothing checked and nothing remembered.
 *
 * <p>If the runtime waits, the caller itself writes the event.
 */
final class RawSimulator implements Closeable {

    private static final String EVENT = "HTTP/1.1 200 OK\r\n"
            + "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n"
            + "Lambda-Runtime-Deadline-Ms: 1542409706888\r\n"
            + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:echo\r\n"
            + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0\r\n"
            + "Content-Type: application/json\r\nContent-Length: ";
    private static final byte[] ACCEPTED = ("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 16\r\n\r\n{\"status\":\"OK\"}\n")
            .getBytes(ISO_8859_1);
    private static final byte[] NOTHING = {};

    private final ServerSocket server;
    private final Closeable runtime;
    private final CompletableFuture<RawConnection> accepted = new CompletableFuture<>();
    private final Rendezvous<RawConnection> rendezvous = new Rendezvous<>(RawSimulator::deliver);

    /** Starts a runtime; its end is waited for when it is closed. */
    interface Starting {
        Closeable at(String address) throws IOException;
    }

    /** One with a runtime that answers each event with the event. */
    RawSimulator() throws IOException {
        this(RawSimulator::inProcess);
    }

    RawSimulator(Starting starting) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Threads.daemon("raw-simulator", this::serve);
        runtime = starting.at("127.0.0.1:" + server.getLocalPort());
    }

    /** A runtime that answers each event with the event, on a thread. */
    static Closeable inProcess(String address) {
        Thread thread = Threads.daemon("raw-runtime", () -> RawRuntime.live(address));
        return () -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    byte[] invoke(byte[] event) throws IOException {
        return rendezvous.invoke(event);
    }

    private void serve() throws IOException {
        RawConnection connection = new RawConnection(server.accept());
        accepted.complete(connection);
        while (true) {
            RawMessage call = connection.read();
            if (call.begins("GET ")) {
                rendezvous.park(connection);
            } else {
                connection.send(ACCEPTED, NOTHING);
                rendezvous.answer(call.body());
            }
        }
    }

    private static void deliver(RawConnection to, byte[] event) throws IOException {
        to.send((EVENT + event.length + "\r\n\r\n").getBytes(ISO_8859_1), event);
    }

    /** Returns when the runtime is gone too. */
    @Override
    public void close() throws IOException {
        server.close();
        accepted.join().close();
        runtime.close();
    }
}
