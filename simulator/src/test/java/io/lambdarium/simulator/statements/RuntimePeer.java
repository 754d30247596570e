// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.Attached.Seat;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;

/** The runtime, played by the test. */
final class RuntimePeer extends Peer {

    static final String NEXT = "/2018-06-01/runtime/invocation/next";
    static final String INIT_ERROR = "/2018-06-01/runtime/init/error";

    RuntimePeer(Scene scene, Seat seat) {
        super(scene, seat);
    }

    /** An internal extension of that name, which lives in the runtime's process. */
    ExtensionPeer inside(String name) {
        return new ExtensionPeer(scene(), seat(), name);
    }

    /** Asks for the next invocation; returns when the call is parked or answered. */
    Poll next() {
        return poll(NEXT);
    }

    /** Invokes the function, and takes the event with a poll of its own. */
    Invocation takes(String event) {
        try (Poll next = next()) {
            Invocation invocation = scene().invoke(event);
            next.reply();
            return invocation;
        }
    }

    /** Answers an invocation with those bytes. */
    Reply respond(String requestId, byte[] body, String... headers) {
        try (RawClient client = connect()) {
            return client.sendPost(response(requestId), body, headers).receive();
        }
    }

    /** Answers an invocation. */
    Reply respond(String requestId, String body, String... headers) {
        return ask("POST", response(requestId), body, headers);
    }

    /** Reports an error of the function. */
    Reply fail(String requestId, String body, String... headers) {
        return ask("POST", error(requestId), body, headers);
    }

    /** Reports that it cannot start. */
    Reply failInit(String body, String... headers) {
        return ask("POST", INIT_ERROR, body, headers);
    }

    static String response(String requestId) {
        return "/2018-06-01/runtime/invocation/" + requestId + "/response";
    }

    static String error(String requestId) {
        return "/2018-06-01/runtime/invocation/" + requestId + "/error";
    }

    /** The request id in an answer to {@link #next}. */
    static String requestId(Reply next) {
        return next.header("Lambda-Runtime-Aws-Request-Id");
    }
}
