// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.Attached.Seat;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A participant played by the test: it takes its seat, sends raw requests, and says how it exits. */
class Peer {

    private final Scene scene;
    private final Seat seat;

    Peer(Scene scene, Seat seat) {
        this.scene = scene;
        this.seat = seat;
    }

    Scene scene() {
        return scene;
    }

    Seat seat() {
        return seat;
    }

    /** A connection of its own. */
    RawClient connect() {
        return RawClient.connect(seat.address());
    }

    /** Sends a request on a connection of its own and reads the whole answer. */
    Reply ask(String method, String path, String body, String... headers) {
        try (RawClient client = connect()) {
            client.send(request(method, path, body, headers).getBytes(StandardCharsets.UTF_8));
            return client.receive();
        }
    }

    /** Sends that and no more, and reads what comes until the connection is closed. */
    String sendOnly(String bytes) {
        try (RawClient client = connect()) {
            client.send(bytes).halfClose();
            return new String(client.in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (UncheckedIOException closedBeforeAllWasSent) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request on a connection of its own; returns when the simulator has parked or answered it. */
    Poll poll(String path, String... headers) {
        int settled = settled();
        RawClient client = connect();
        client.send(request("GET", path, "", headers));
        scene.lambda()
                .journal()
                .await(
                        journal -> settled() > settled ? java.util.Optional.of(true) : java.util.Optional.empty(),
                        Scene.PATIENCE)
                .orElseThrow(() -> new AssertionError(
                        "neither parked nor answered:\n" + scene.lambda().timeline()));
        return scene.keep(new Poll(client));
    }

    private int settled() {
        return scene.count(CallEvent.Parked.class) + scene.count(CallEvent.Answered.class);
    }

    /** Its process ends with that status. */
    void exits(int status) {
        seat.exit(Exit.status(status));
    }

    /** Its process is killed by somebody else. */
    void diesOf(Signal signal) {
        seat.exit(Exit.by(signal));
    }

    /** Waits until it would have been sent that signal. */
    boolean isSent(Signal signal) {
        return seat.awaitSignal(signal, Scene.PATIENCE);
    }

    /** The bytes of a request; each header as {@code Name: value}. */
    static String request(String method, String path, String body, String... headers) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: lambda\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        if (!body.isEmpty() || method.equals("POST") || method.equals("PUT")) {
            text.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return text.append("\r\n").append(body).toString();
    }
}
