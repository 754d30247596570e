// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.SimulatorException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;

/** The leanest runtime there can be: it answers each event with the event. */
public final class RawRuntime {

    private static final String API = "/2018-06-01/runtime/invocation/";
    private static final byte[] NOTHING = {};

    private final RawConnection connection;
    private final byte[] next;
    private final String host;

    private RawRuntime(RawConnection connection, String address) {
        this.connection = connection;
        this.host = " HTTP/1.1\r\nHost: " + address + "\r\n";
        this.next = ("GET " + API + "next" + host + "\r\n").getBytes(ISO_8859_1);
    }

    /** One that lives in the simulator's process until its connection is closed. */
    public static Bootstrap inProcess() {
        return Bootstrap.inProcess(variables -> live(variables.getOrDefault("AWS_LAMBDA_RUNTIME_API", "")));
    }

    /** Serves the Runtime API at that address until it closes the connection. */
    public static void live(String address) throws IOException {
        try (RawConnection connection = RawConnection.to(address)) {
            new RawRuntime(connection, address).serve();
        } catch (EOFException | SocketException closed) {
            // this is how a runtime that has no other life learns that it is over
        }
    }

    private void serve() throws IOException {
        while (true) {
            connection.send(next, NOTHING);
            RawMessage event = expect("HTTP/1.1 200");
            connection.send(response(event), event.body());
            expect("HTTP/1.1 202");
        }
    }

    private byte[] response(RawMessage event) {
        String requestId = event.field("Lambda-Runtime-Aws-Request-Id");
        String head =
                "POST " + API + requestId + "/response" + host + "Content-Length: " + event.body().length + "\r\n\r\n";
        return head.getBytes(ISO_8859_1);
    }

    private RawMessage expect(String firstLine) throws IOException {
        RawMessage message = connection.read();
        if (!message.begins(firstLine)) {
            throw new SimulatorException("The runtime expected " + firstLine + ", but it was told: " + message.head());
        }
        return message;
    }
}
