// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionReplies.assertNameMissing;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRefused;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Subscription;
import io.lambdarium.simulator.wire.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationBodyTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    private final ExtensionPeer probe = scene.extension("probe");

    @Test
    @Statement("E-001")
    void a_name_is_needed() {
        assertNameMissing(probe.ask("POST", ExtensionPeer.REGISTER, "{\"events\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lambda-Extension-Name:", "Lambda-Extension-Name: "})
    @Statement("E-002")
    void an_empty_name_is_none(String header) {
        assertNameMissing(probe.ask("POST", ExtensionPeer.REGISTER, "{\"events\":[]}", header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "abc", "{} x", "[]"})
    @Statement("E-012")
    void a_missing_name_is_reported_before_a_bad_body(String body) {
        assertNameMissing(probe.ask("POST", ExtensionPeer.REGISTER, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{"})
    @Statement({"E-003", "E-004"})
    void a_body_that_ends_too_early_is_refused(String body) {
        assertRefused(probe.registerWith(body), 83, "InvalidRequestFormat", "unexpected end of JSON input");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "abc, 107, invalid character 'a' looking for beginning of value",
                "{} x, 98, invalid character 'x' after top-level value"
            })
    @Statement({"E-005", "E-006"})
    void a_body_that_is_no_json_is_refused_in_the_words_of_go(String body, int bytes, String message) {
        assertRefused(probe.registerWith(body), bytes, "InvalidRequestFormat", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"events\":\"INVOKE\"}", "{\"events\":[1]}", "[]"})
    @Statement("E-007")
    void json_of_the_wrong_shape_is_refused(String body) {
        Reply reply = probe.registerWith(body);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).matches("\\{\"errorMessage\":\"[^\"]*\",\"errorType\":\"InvalidRequestFormat\"}\n");
    }

    @Test
    @Statement("E-008")
    void configuration_keys_are_refused() {
        Reply reply = probe.registerWith("{\"configurationKeys\":[\"a\"],\"events\":[]}");

        String message = "configurationKeys are deprecated; use environment variables instead";
        assertRefused(reply, 122, "InvalidRequestFormat", message);
    }

    @Test
    @Statement("E-009")
    void no_configuration_keys_are_tolerated() {
        assertRegistered(probe.registerWith("{\"configurationKeys\":[],\"events\":[\"INVOKE\"]}"));

        assertThat(scene.await(Registered.class).subscriptions()).containsExactly(Subscription.INVOKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"events\":null}", "{\"events\":[]}"})
    @Statement("E-010")
    void without_events_an_extension_subscribes_to_nothing(String body) {
        assertRegistered(probe.registerWith(body));

        assertThat(scene.await(Registered.class).subscriptions()).isEmpty();
    }

    @Test
    @Statement("E-011")
    void unknown_keys_do_no_harm() {
        assertRegistered(probe.registerWith("{\"a\":{\"events\":[1]},\"events\":[\"INVOKE\"],\"b\":null}"));

        assertThat(scene.await(Registered.class).subscriptions()).containsExactly(Subscription.INVOKE);
    }
}
