// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoggingTest {

    @Test
    void a_function_logs_text_unless_it_is_told_otherwise() {
        Logging logging = LambdaFunction.function("f").logging();

        assertThat(logging.isJson()).isFalse();
        assertThat(logging.group()).isEmpty();
        assertThat(logging).hasToString("Text");
    }

    @Test
    void both_levels_of_json_are_info_unless_they_are_set() {
        assertThat(Logging.json()).hasToString("JSON, application INFO, system INFO");
        assertThat(Logging.json().application(Level.TRACE).system(Level.DEBUG).group("/my/group"))
                .hasToString("JSON, application TRACE, system DEBUG, /my/group");
    }

    @Test
    void text_has_no_levels() {
        assertThatThrownBy(() -> Logging.text().system(Level.WARN))
                .isInstanceOf(SimulatorException.class)
                .hasMessage("Cannot set the system log level WARN: LogLevel is not supported when LogFormat is set to "
                        + "\"Text\". Remove LogLevel from your request or change the LogFormat to \"Json\" and try again: "
                        + "Logging.json().system(WARN).");
        assertThatThrownBy(() -> Logging.text().application(Level.INFO))
                .hasMessageStartingWith("Cannot set the application log level INFO: LogLevel is not supported");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRACE", "ERROR", "FATAL"})
    void lambda_itself_has_three_levels(Level level) {
        assertThatThrownBy(() -> Logging.json().system(level))
                .isInstanceOf(SimulatorException.class)
                .hasMessage("Cannot set the system log level " + level
                        + ": Lambda takes DEBUG, INFO or WARN. Choose one of these.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "nightly:logs", "\u001b[31m"})
    void a_log_group_has_a_name_that_cloudwatch_takes(String name) {
        assertThatThrownBy(() -> Logging.text().group(name))
                .isInstanceOf(SimulatorException.class)
                .hasMessage("Cannot log to the group \"" + Payload.of(name)
                        + "\": Lambda takes names of 1 to 512 letters, digits and . - _ / #. Choose such a name.");
    }
}
