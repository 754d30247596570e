// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.wire.Reply;

/** How the Extensions API says yes and no, to the last byte. */
final class ExtensionReplies {

    private static final String REGISTERED =
            "{\"functionName\":\"f\",\"functionVersion\":\"$LATEST\",\"handler\":\"app.handler\"}\n";

    private ExtensionReplies() {}

    static void assertRegistered(Reply reply) {
        assertThat(reply.text()).isEqualTo(REGISTERED);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    }

    static void assertRegisteredWithAccount(Reply reply) {
        assertThat(reply.text()).isEqualTo("{\"accountId\":\"123456789012\"," + REGISTERED.substring(1));
        assertThat(reply.status()).isEqualTo(200);
    }

    static void assertAccepted(Reply reply) {
        Replies.assertAccepted(reply);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Content-Length")).isEqualTo("16");
    }

    static void assertRefused(Reply reply, int bytes, String errorType, String errorMessage) {
        Replies.assertRefused(reply, 403, errorType, errorMessage);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(bytes));
        assertThat(reply.headers()).doesNotContainKey("Lambda-Extension-Identifier");
    }

    static void assertInvalidEvent(Reply reply, int bytes, String message) {
        assertRefused(reply, bytes, "Extension.InvalidEventType", message);
    }

    static void assertInvalidState(Reply reply, int bytes, String message) {
        assertRefused(reply, bytes, "Extension.InvalidExtensionState", message);
    }

    /** The move is named as in {@code Running to InitError}, and so is who wanted to make it: by name or by identifier. */
    static void assertIllegalMove(Reply reply, int bytes, String move, String who) {
        assertInvalidState(
                reply,
                bytes,
                "State transition from " + move + " failed for extension " + who
                        + ". Error: State transition is not allowed");
    }

    static void assertNameMissing(Reply reply) {
        assertRefused(reply, 85, "Extension.InvalidExtensionName", "Empty extension name");
    }

    static void assertUnknown(Reply reply, String identifier) {
        assertRefused(reply, 125, "Extension.UnknownExtensionIdentifier", "Unknown extension " + identifier);
    }
}
