// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"events\":[\"INVOKE\",\"SHUTDOWN\"]}",
                "{\"Events\":[\"INVOKE\",\"SHUTDOWN\"],\"unknown\":{\"a\":[1]}}",
                "{\"events\":[\"x\"],\"EVENTS\":[\"INVOKE\",\"SHUTDOWN\"]}",
                "{\"configurationKeys\":[],\"events\":[\"INVOKE\",\"SHUTDOWN\"]}"
            })
    void events_are_found_as_go_finds_them(String body) throws MalformedBodyException {
        assertThat(ControlJson.eventsToRegister(Payload.of(body))).containsExactly("INVOKE", "SHUTDOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"events\":null}", "{\"events\":[]}", "null"})
    void no_events_are_fine(String body) throws MalformedBodyException {
        assertThat(ControlJson.eventsToRegister(Payload.of(body))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"events\":\"INVOKE\"}", "{\"events\":[1]}", "[]", "5", "\"x\"", "true"})
    void other_types_are_refused(String body) {
        assertThatThrownBy(() -> ControlJson.eventsToRegister(Payload.of(body)))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageStartingWith("json: cannot unmarshal ");
    }

    @Test
    void depth_that_go_takes_is_taken() throws MalformedBodyException {
        String deep = "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + ",\"events\":[\"INVOKE\"]}";

        assertThat(ControlJson.eventsToRegister(Payload.of(deep))).containsExactly("INVOKE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|{\"errorMessage\":\"\",\"errorType\":\"\"}",
                "{\"errorType\":\"t\",\"errorMessage\":\"<m>\"}|{\"errorMessage\":\"\\u003cm\\u003e\",\"errorType\":\"t\"}",
                "{\"stackTrace\":[\"a, b\",\"c\"]}|{\"errorMessage\":\"\",\"errorType\":\"\",\"stackTrace\":[\"a, b\",\"c\"]}",
                "{\"errorMessage\":1}|\"Invalid error body\"",
                "[]|\"Invalid error body\"",
                "{|\"Invalid error body\""
            })
    void a_cause_is_cut_off(String body, String kept) {
        assertThat(ControlJson.withoutCause(Payload.of(body)).text()).isEqualTo(kept);
    }
}
