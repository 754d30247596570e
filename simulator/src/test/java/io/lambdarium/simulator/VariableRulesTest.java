// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableRulesTest {

    @Test
    void a_reserved_name_is_refused_in_the_words_of_lambda() {
        assertThatThrownBy(() -> function("greeter").variable("AWS_REGION", "eu-central-1"))
                .isInstanceOf(SimulatorException.class)
                .hasMessage(
                        "Cannot set the variable \"AWS_REGION\": Lambda refuses it with InvalidParameterValueException, "
                                + "\"Lambda was unable to configure your environment variables because the environment variables "
                                + "you have provided contains reserved keys that are currently not supported for modification. "
                                + "Reserved keys used in this request: AWS_REGION\". Choose another name: Lambda sets this one "
                                + "itself.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "1A", "_A", "A-B", "", "A\nB"})
    void a_name_that_lambda_does_not_take_is_refused(String name) {
        assertThatThrownBy(() -> function("greeter").variable(name, "x"))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("two or more letters, digits and underscores")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_value_that_a_process_would_not_find_whole_is_refused() {
        assertThatThrownBy(() -> function("greeter").variable("NAME", "a\0b"))
                .isInstanceOf(SimulatorException.class)
                .hasMessage(
                        "Cannot set the variable \"NAME\" to a value with a NUL in it: a process would find what is before "
                                + "that only. Encode it, in Base64 for example.");
    }

    /** As {@code System.getenv} gives it. */
    @Test
    @SuppressWarnings("NullAway")
    void a_value_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> function("greeter").variable("NAME", null))
                .isInstanceOf(SimulatorException.class)
                .hasMessage(
                        "Cannot set the variable \"NAME\" to null: a variable has a value or is not there. Leave it out; "
                                + "or, if it is one of this machine, let passing(…) name it.");
    }

    @Test
    void variables_have_room_for_four_kilobytes_of_json() {
        String value = "x".repeat(4096 - "{\"NAME\":\"\"}".length());

        assertThat(function("greeter").variable("NAME", value).variables()).containsEntry("NAME", value);
        assertThatThrownBy(() -> function("greeter").variable("NAME", value + "x"))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("4097 bytes as JSON")
                .hasMessageContaining("the environment variables you have provided exceeded the 4KB limit");
    }

    @Test
    void what_json_escapes_needs_more_room() {
        String value = "x".repeat(4096 - "{\"NAME\":\"\",\"OTHER\":\"\\\"\\n\\u0001\"}".length());
        LambdaFunction greeter = function("greeter").variable("OTHER", "\"\n\u0001");

        assertThat(greeter.variable("NAME", value).variables()).hasSize(2);
        assertThatThrownBy(() -> greeter.variable("NAME", value + "x")).isInstanceOf(SimulatorException.class);
    }

    @Test
    void variables_of_this_machine_are_passed_on_by_name() {
        assertThat(function("greeter")
                        .passing("HTTPS_PROXY", "_JAVA_OPTIONS")
                        .passing("no_proxy")
                        .passed())
                .containsExactly("HTTPS_PROXY", "_JAVA_OPTIONS", "no_proxy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_SECRET_ACCESS_KEY", "AWS_LAMBDA_RUNTIME_API", "_HANDLER", "_LAMBDA_TELEMETRY_LOG_FD"})
    void a_reserved_name_is_not_passed_on(String name) {
        assertThatThrownBy(() -> function("greeter").passing(name))
                .isInstanceOf(SimulatorException.class)
                .hasMessage("Cannot pass on the variable \"" + name
                        + "\" of this machine: Lambda reserves it and sets it " + "itself. Pass on others only.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME=value", "", "1", "A B"})
    void what_is_no_name_is_not_passed_on(String name) {
        assertThatThrownBy(() -> function("greeter").passing(name))
                .isInstanceOf(SimulatorException.class)
                .hasMessageEndingWith("Name one alone, and not its value.");
    }
}
