// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a process finds in its environment, as the kernel has it. */
@WithProcesses(tools = Tool.PERL, capabilities = Capability.REAL_PATHS)
class ProcessVariablesTest {

    private static final String OWN = "join \"\\n\", split /\\0/, slurp('/proc/self/environ')";

    /** Writes its environment. */
    private static final String OPEN =
            "say_line($_) for split /\\0/, slurp('/proc/self/environ'); event(register(name()));";

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    @Statement({"L-110", "L-111"})
    void a_custom_runtime_has_exactly_the_documented_variables() {
        Map<String, String> variables =
                variables(puppetry.bootstrap(Puppetry.PUPPET).deploy().tell(OWN));

        assertThat(variables)
                .containsOnlyKeys(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_DEFAULT_REGION",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "AWS_LAMBDA_LOG_GROUP_NAME",
                        "AWS_LAMBDA_LOG_STREAM_NAME",
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
    void an_extension_misses_ten_of_them_and_has_the_functions_own() {
        puppetry.bootstrap(Puppetry.PUPPET)
                .extension("open", OPEN)
                .deploy(function -> function.variable("FOO", "1"))
                .tell("1");

        assertThat(variables(String.join("\n", puppetry.lines())))
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

    @Test
    @Statement({"L-113", "L-115"})
    void the_functions_own_variables_reach_everybody_literally_and_replace_what_may_be_replaced() {
        Map<String, String> own = Map.of(
                "FOO", "$PATH and `id`", "PATH", "/mine/bin", "LD_LIBRARY_PATH", "/mine/lib", "LANG", "C", "TZ", "CET");
        puppetry.bootstrap(Puppetry.PUPPET).extension("open", OPEN).deploy(function -> with(own, function));

        Map<String, String> ofTheRuntime = variables(puppetry.tell(OWN));

        assertThat(ofTheRuntime).containsAllEntriesOf(own);
        assertThat(variables(String.join("\n", puppetry.lines()))).containsAllEntriesOf(own);
    }

    @Test
    @Statement({"L-116", "L-117"})
    void the_oddities_of_addresses_time_zone_and_path_are_there() {
        Map<String, String> variables =
                variables(puppetry.bootstrap(Puppetry.PUPPET).deploy().tell(OWN));

        assertThat(variables.get("_AWS_XRAY_DAEMON_ADDRESS")).doesNotContain(":");
        assertThat(variables.get("AWS_XRAY_DAEMON_ADDRESS")).matches("[0-9.]+:[0-9]+");
        assertThat(variables).containsEntry("TZ", ":UTC");
        assertThat(variables.get("PATH").split(":")).contains("/usr/bin/");
    }

    private static LambdaFunction with(Map<String, String> variables, LambdaFunction function) {
        LambdaFunction all = function;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            all = all.variable(variable.getKey(), variable.getValue());
        }
        return all;
    }

    private static Map<String, String> variables(String lines) {
        return Arrays.stream(lines.split("\n"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
    }
}
