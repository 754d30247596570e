// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionPeer.REGISTER;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRegistered;
import static io.lambdarium.simulator.statements.HonestExtension.assertServedFromTheStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Subscription;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations that no honest extension sends: each gets a clean refusal, and the honest extension is served as before. */
class HostileRegistrationTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    private final ExtensionPeer probe = scene.extension("probe");

    static Stream<Named<String>> malformed() {
        return Stream.of(
                named("a number", "1e999999"),
                named("a text", "\"events\""),
                named("a byte order mark", "\u00ef\u00bb\u00bf{\"events\":[]}"),
                named("zeros", "\0".repeat(10_000)),
                named("UTF-16", "{\0\"\0e\0v\0"),
                named("a bottomless array", "[".repeat(1_000_000)),
                named("a bottomless object", "{\"a\":".repeat(1_000_000)),
                named("a value too deep", "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                named("single quotes", "{'events':['INVOKE']}"),
                named("a comment", "{/* events */}"),
                named("a comma too many", "{\"events\":[\"INVOKE\",]}"),
                named("a line break in a name", "{\"events\":[\"INV\nOKE\"]}"),
                named("a broken escape", "{\"events\":[\"\\u00zz\"]}"),
                named("not a number", "{\"events\":NaN}"),
                named("two values", "{}{}"),
                named("events within events", "{\"events\":[[\"INVOKE\"]]}"));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        try (RawClient client = probe.connect()) {
            Reply reply = client.sendPost(REGISTER, bytes, "Lambda-Extension-Name: probe")
                    .receive();

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text())
                    .endsWith("\"errorType\":\"InvalidRequestFormat\"}\n")
                    .hasSizeLessThan(200);
        }
        assertThat(scene.count(Received.class)).isOne();
        assertThat(scene.count(Answered.class)).isOne();
        assertServedFromTheStart(probe);
    }

    static Stream<Named<String>> harmless() {
        return Stream.of(
                named("the same event a hundred thousand times", events("\"INVOKE\",".repeat(100_000) + "\"INVOKE\"")),
                named("a number beyond all numbers", "{\"a\":1e999999,\"events\":[\"INVOKE\"]}"),
                named("half a character", "{\"\\ud800\":\"\u00ff\",\"events\":[\"INVOKE\"]}"),
                named("the last of many", "{\"events\":[\"BOGUS\"],\"Events\":[\"INVOKE\"]}"),
                named(
                        "five megabytes of something else",
                        "{\"a\":\"" + "x".repeat(5_000_000) + "\",\"events\":[\"INVOKE\"]}"));
    }

    @ParameterizedTest
    @MethodSource
    void harmless(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        try (RawClient client = probe.connect()) {
            assertRegistered(client.sendPost(REGISTER, bytes, "Lambda-Extension-Name: probe")
                    .receive());
        }

        assertThat(scene.await(Registered.class).subscriptions()).containsExactly(Subscription.INVOKE);
    }

    @ParameterizedTest
    @MethodSource("io.lambdarium.simulator.statements.HostileBytesTest#brokenBodies")
    void a_registration_with_a_broken_body_changes_nothing(String rest) {
        assertThat(probe.sendOnly("POST " + REGISTER + " HTTP/1.1\r\nHost: lambda\r\n"
                        + "Lambda-Extension-Name: probe\r\n" + rest))
                .matches("|HTTP/1\\.1 400 (?s:.*\"TruncatedHTTPRequest\"}\n)");

        scene.await(Received.class);
        assertServedFromTheStart(probe);
    }

    @Test
    void an_absurd_event_comes_back_and_reaches_no_terminal() {
        String event = "\u009b31m\u202e" + "x".repeat(1_000_000);

        Reply reply = probe.tryToRegister(event);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains(event + ": ErrorInvalidEventType");
        assertThatTheTimelineIsReadable();
        assertServedFromTheStart(probe);
    }

    @Test
    void an_absurd_body_is_too_large() {
        Reply reply = probe.registerWith("{}" + " ".repeat(6_291_555));

        assertThat(reply.status()).isEqualTo(413);
        assertServedFromTheStart(probe);
    }

    @Test
    void an_absurd_name_is_one_of_an_internal_extension_and_reaches_no_terminal() {
        String name = "\u009b31m\u202e" + "x".repeat(60_000);

        assertRegistered(probe.register(name, new String[0]));

        assertThat(scene.await(Registered.class).extension().name()).isEqualTo(name);
        assertThatTheTimelineIsReadable();
    }

    @Test
    void of_two_names_the_first_counts() {
        assertRegistered(probe.registerWith("{}", "Lambda-Extension-Name: first"));

        assertThat(scene.await(Registered.class).extension().name()).isEqualTo("first");
        assertThat(scene.count(Registered.class)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " ", "accountid,", "x"})
    void absurd_features_bring_nothing(String feature) {
        assertRegistered(probe.registerWith("{}", "Lambda-Extension-Accept-Feature: " + feature.repeat(5_000)));
    }

    private void assertThatTheTimelineIsReadable() {
        assertThat(scene.lambda().timeline().text())
                .hasSizeLessThan(10_000)
                .doesNotContain("\u009b")
                .doesNotContain("\u202e");
    }

    private static String events(String list) {
        return "{\"events\":[" + list + "]}";
    }
}
