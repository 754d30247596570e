// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                " {\"a\":1} \r\n",
                "[1]",
                "\"Ada\"",
                "\"\"",
                "1",
                "-1.5e3",
                "true",
                "false",
                "null\t"
            })
    void json_is_let_in(String event) {
        assertThatCode(() -> EventRules.require(Payload.of(event))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Ada{", "{bad", "[1,2", "\"", "'Ada'", "1 a", "nul", "True", "\u00e4", "<xml/>"})
    void what_cannot_be_json_is_refused(String event) {
        assertThatThrownBy(() -> EventRules.require(Payload.of(event)))
                .isInstanceOf(SimulatorException.class)
                .hasMessage("Cannot invoke with the event " + Payload.of(event)
                        + ": it is no JSON, which Lambda refuses with "
                        + "InvalidRequestContentException. Send JSON; a text has quotes around it.");
    }

    @Test
    void what_steers_a_terminal_does_not_in_the_refusal() {
        assertThatThrownBy(() -> EventRules.require(Payload.of("\u001b[2J"))).hasMessageContaining("event \\u001b[2J:");
    }
}
