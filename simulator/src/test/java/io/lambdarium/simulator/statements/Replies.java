// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.wire.Reply;

/** What the Runtime API says, to the last byte. */
final class Replies {

    private Replies() {}

    static void assertAccepted(Reply reply) {
        assertThat(reply.text()).isEqualTo("{\"status\":\"OK\"}\n");
        assertThat(reply.status()).isEqualTo(202);
    }

    static void assertRefused(Reply reply, int status, String errorType, String errorMessage) {
        assertThat(reply.text())
                .isEqualTo("{\"errorMessage\":\"" + errorMessage + "\",\"errorType\":\"" + errorType + "\"}\n");
        assertThat(reply.status()).isEqualTo(status);
    }

    static void assertIllegalMove(Reply reply, String from, String to) {
        String message = "State transition from " + from + " to " + to
                + " failed for runtime. Error: State transition is not allowed";
        assertRefused(reply, 403, "InvalidStateTransition", message);
    }

    static void assertUnknownRequest(Reply reply) {
        assertRefused(reply, 400, "InvalidRequestID", "Invalid request ID");
    }

    static void assertTooLate(Reply reply) {
        assertRefused(reply, 410, "InvokeTimeout", "Invoke timeout");
    }

    static void assertNotFound(Reply reply) {
        assertThat(reply.text()).isEqualTo("404 page not found\n");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    static void assertWrongMethod(Reply reply, String allowed) {
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo(allowed);
        assertThat(reply.header("Content-Length")).isEqualTo("0");
        assertThat(reply.body()).isEmpty();
    }
}
