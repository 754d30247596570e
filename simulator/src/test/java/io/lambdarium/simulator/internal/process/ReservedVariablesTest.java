// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Logging;
import io.lambdarium.simulator.event.Participant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReservedVariablesTest {

    private static final String STREAM = "2026/02/03/[$LATEST]0a1b2c3d0000400080000123456789ab";

    /** L-110. */
    @Test
    void a_runtime_sees_exactly_what_a_custom_runtime_sees_on_lambda() {
        assertThat(ofRuntime(function("greeter").handler("greeter.handle")))
                .containsOnly(
                        Map.entry("AWS_ACCESS_KEY_ID", "simulated-access-key-id"),
                        Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
                        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
                        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "greeter"),
                        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/greeter"),
                        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", STREAM),
                        Map.entry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"),
                        Map.entry("AWS_REGION", "us-east-1"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "simulated-secret-access-key"),
                        Map.entry("AWS_SESSION_TOKEN", "simulated-session-token"),
                        Map.entry("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR"),
                        Map.entry("AWS_XRAY_DAEMON_ADDRESS", "169.254.100.1:2000"),
                        Map.entry("LAMBDA_RUNTIME_DIR", "/var/runtime"),
                        Map.entry("LAMBDA_TASK_ROOT", "/var/task"),
                        Map.entry("LANG", "en_US.UTF-8"),
                        Map.entry(
                                "LD_LIBRARY_PATH",
                                "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib"
                                        + ":/opt/lib"),
                        Map.entry("PATH", "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin"),
                        Map.entry("TZ", ":UTC"),
                        Map.entry("_AWS_XRAY_DAEMON_ADDRESS", "169.254.100.1"),
                        Map.entry("_AWS_XRAY_DAEMON_PORT", "2000"),
                        Map.entry("_HANDLER", "greeter.handle"));
    }

    /** L-111. */
    @Test
    void a_custom_runtime_is_not_told_its_execution_environment() {
        assertThat(ofRuntime(function("greeter"))).doesNotContainKey("AWS_EXECUTION_ENV");
    }

    /** L-112. */
    @Test
    void an_extension_sees_less() {
        assertThat(ofExtension(function("greeter").variable("FOO", "1")))
                .containsOnlyKeys(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_DEFAULT_REGION",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "AWS_LAMBDA_RUNTIME_API",
                        "AWS_REGION",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_SESSION_TOKEN",
                        "FOO",
                        "LANG",
                        "LD_LIBRARY_PATH",
                        "PATH",
                        "TZ");
    }

    /** L-113. */
    @Test
    void the_functions_own_variables_reach_everybody_literally() {
        LambdaFunction function = function("greeter").variable("FOO", "$PATH and `id`");

        assertThat(ofRuntime(function)).containsEntry("FOO", "$PATH and `id`");
        assertThat(ofExtension(function)).containsEntry("FOO", "$PATH and `id`");
    }

    /** L-115. */
    @Test
    void the_function_may_set_its_paths_its_language_and_its_time_zone() {
        LambdaFunction function = function("greeter")
                .variable("PATH", "/mine/bin")
                .variable("LD_LIBRARY_PATH", "/mine/lib")
                .variable("LANG", "C")
                .variable("TZ", "Europe/Vienna");

        assertThat(ofRuntime(function)).containsAllEntriesOf(function.variables());
        assertThat(ofExtension(function)).containsAllEntriesOf(function.variables());
    }

    /** Source: lifecycle §4.1. */
    @Test
    void the_function_may_set_what_its_runtime_finds_of_its_logging() {
        LambdaFunction function = function("greeter").logging(Logging.json()).variable("AWS_LAMBDA_LOG_LEVEL", "TRACE");

        assertThat(ofRuntime(function))
                .containsEntry("AWS_LAMBDA_LOG_FORMAT", "JSON")
                .containsEntry("AWS_LAMBDA_LOG_LEVEL", "TRACE");
    }

    /** L-116. */
    @Test
    void of_the_two_xray_addresses_only_one_has_a_port() {
        Map<String, String> variables = ofRuntime(function("greeter"));

        assertThat(variables.get("AWS_XRAY_DAEMON_ADDRESS")).endsWith(":2000");
        assertThat(variables.get("_AWS_XRAY_DAEMON_ADDRESS")).doesNotContain(":");
    }

    /** L-117. */
    @Test
    void the_oddities_of_tz_and_path_are_kept() {
        Map<String, String> variables = ofRuntime(function("greeter"));

        assertThat(variables).containsEntry("TZ", ":UTC");
        assertThat(variables.get("PATH").split(":")).contains("/usr/bin/");
    }

    @Test
    void a_variable_of_this_machine_is_passed_on_to_runtime_and_extensions_if_it_is_there() {
        LambdaFunction passing = function("greeter").passing("HTTPS_PROXY", "_JAVA_OPTIONS", "MISSING", "LANG", "TZ");
        Map<String, String> machine = Map.of(
                "HTTPS_PROXY", "http://proxy", "_JAVA_OPTIONS", "-Xint", "SECRET", "x", "LANG", "C", "TZ", "here");

        ReservedVariables variables =
                new ReservedVariables(passing.variable("TZ", "UTC"), "127.0.0.1:9001", STREAM, machine::get);

        assertThat(List.of(variables.of(Participant.RUNTIME), variables.of(Participant.extension("flusher"))))
                .allSatisfy(given -> assertThat(given)
                        .containsEntry("HTTPS_PROXY", "http://proxy")
                        .containsEntry("_JAVA_OPTIONS", "-Xint")
                        .containsEntry("LANG", "C")
                        .containsEntry("TZ", "UTC")
                        .doesNotContainKeys("MISSING", "SECRET"));
    }

    private static Map<String, String> ofRuntime(LambdaFunction function) {
        return new ReservedVariables(function, "127.0.0.1:9001", STREAM).of(Participant.RUNTIME);
    }

    private static Map<String, String> ofExtension(LambdaFunction function) {
        return new ReservedVariables(function, "127.0.0.1:9001", STREAM).of(Participant.extension("flusher"));
    }
}
