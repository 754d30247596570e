// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class VariablesTest {

    private static final String STREAM = "AWS_LAMBDA_LOG_STREAM_NAME";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement("L-110")
    void a_runtime_is_given_exactly_what_a_custom_runtime_is_given_on_lambda() {
        Map<String, String> variables = variables(scene.deploy().initialize().runtime());

        assertThat(variables)
                .containsOnlyKeys(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_DEFAULT_REGION",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "AWS_LAMBDA_LOG_GROUP_NAME",
                        STREAM,
                        "AWS_LAMBDA_RUNTIME_API",
                        "AWS_REGION",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_SESSION_TOKEN",
                        "AWS_XRAY_CONTEXT_MISSING",
                        "AWS_XRAY_DAEMON_ADDRESS",
                        "LAMBDA_RUNTIME_DIR",
                        "LAMBDA_TASK_ROOT",
                        "LANG",
                        "LD_LIBRARY_PATH",
                        "PATH",
                        "TZ",
                        "_AWS_XRAY_DAEMON_ADDRESS",
                        "_AWS_XRAY_DAEMON_PORT",
                        "_HANDLER");
    }

    @Test
    @Statement({"L-112", "E-097"})
    void an_extension_is_given_less_than_the_runtime_but_the_functions_own() {
        scene.deploy(function -> function.variable("FOO", "1"), "flusher").initialize();
        ExtensionPeer flusher = scene.extension("flusher");
        flusher.register();

        Map<String, String> ofRuntime = variables(scene.runtime());
        Map<String, String> ofExtension = variables(flusher);

        assertThat(ofRuntime).containsAllEntriesOf(ofExtension);
        assertThat(ofRuntime.keySet().stream().filter(name -> !ofExtension.containsKey(name)))
                .containsExactlyInAnyOrder(
                        "AWS_LAMBDA_LOG_GROUP_NAME",
                        STREAM,
                        "AWS_XRAY_CONTEXT_MISSING",
                        "AWS_XRAY_DAEMON_ADDRESS",
                        "LAMBDA_RUNTIME_DIR",
                        "LAMBDA_TASK_ROOT",
                        "_AWS_XRAY_DAEMON_ADDRESS",
                        "_AWS_XRAY_DAEMON_PORT",
                        "_HANDLER");
        assertThat(ofExtension)
                .containsEntry("FOO", "1")
                .containsKeys("AWS_ACCESS_KEY_ID", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_RUNTIME_API")
                .doesNotContainKey("AWS_EXECUTION_ENV");
    }

    @Test
    @Statement("L-113")
    void the_functions_own_variables_reach_everybody_literally() {
        scene.deploy(function -> function.variable("FOO", "$PATH and `id`"), "flusher")
                .initialize();
        ExtensionPeer flusher = scene.extension("flusher");
        flusher.register();

        assertThat(List.of(variables(flusher), variables(scene.runtime())))
                .allSatisfy(variables -> assertThat(variables).containsEntry("FOO", "$PATH and `id`"));
    }

    @Test
    @Statement("L-115")
    void the_function_replaces_its_paths_its_language_and_its_time_zone() {
        Map<String, String> own =
                Map.of("PATH", "/mine/bin", "LD_LIBRARY_PATH", "/mine/lib", "LANG", "C", "TZ", "Europe/Vienna");
        scene.deploy(function -> function.variable("PATH", "/mine/bin")
                        .variable("LD_LIBRARY_PATH", "/mine/lib")
                        .variable("LANG", "C")
                        .variable("TZ", "Europe/Vienna"))
                .initialize();

        assertThat(variables(scene.runtime())).containsAllEntriesOf(own);
    }

    @Test
    @Statement({"L-116", "L-117"})
    void the_oddities_of_addresses_time_zone_and_path_are_there() {
        Map<String, String> variables = variables(scene.deploy().initialize().runtime());

        assertThat(variables.get("_AWS_XRAY_DAEMON_ADDRESS")).doesNotContain(":");
        assertThat(variables.get("AWS_XRAY_DAEMON_ADDRESS")).matches("[0-9.]+:[0-9]+");
        assertThat(variables).containsEntry("TZ", ":UTC");
        assertThat(variables.get("PATH").split(":")).contains("/usr/bin/");
    }

    @Test
    @Statement("L-118")
    void the_log_stream_has_the_form_of_aws_and_survives_a_reset() {
        RuntimePeer first = scene.deploy().initialize().runtime();
        first.takes("{}");
        first.exits(1);
        scene.await(WasReset.class);

        scene.invoke("{}");
        RuntimePeer second = scene.runtime();

        assertThat(variables(first).get(STREAM)).matches("\\d{4}/\\d{2}/\\d{2}/\\[\\$LATEST\\][0-9a-f]{32}");
        assertThat(variables(second).get(STREAM)).isEqualTo(variables(first).get(STREAM));
    }

    @Test
    @Statement("L-049")
    void an_init_ahead_of_any_request_is_on_demand_and_reported_with_none() {
        RuntimePeer runtime = scene.deploy().initialize().runtime();
        scene.advance(Duration.ofMillis(300));

        Invocation invocation = runtime.takes("{}");
        String requestId = invocation.requestId();
        runtime.respond(requestId, "{}");
        scene.keep(runtime.next());

        assertThat(variables(runtime)).containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        assertThat(scene.await(Completed.class).initDuration()).isEqualTo(Optional.empty());
    }

    @Test
    @Statement("L-114")
    void reserved_variables_and_more_than_four_kilobytes_of_variables_are_refused() {
        LambdaFunction f = function("f");

        assertThatThrownBy(() -> f.variable("AWS_LAMBDA_FUNCTION_NAME", "g"))
                .hasMessageContaining("InvalidParameterValueException")
                .hasMessageContaining("Reserved keys used in this request: AWS_LAMBDA_FUNCTION_NAME");
        assertThatThrownBy(() -> f.variable("LARGE", "x".repeat(4096)))
                .hasMessageContaining(
                        "Lambda was unable to configure your environment variables because the environment "
                                + "variables you have provided exceeded the 4KB limit");
    }

    private static Map<String, String> variables(Peer peer) {
        return peer.seat().variables();
    }
}
