// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.Bootstrap.javaHandler;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Bootstrap.Program;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The managed runtime that there is: a Java handler under AWS's runtime interface client. */
@WithProcesses(tools = {Tool.SH, Tool.PERL})
class ManagedRuntimeTest {

    private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    @Statement("L-111")
    void a_bootstrap_in_the_package_is_ignored_and_the_runtime_says_which_one_it_is() {
        puppetry.bootstrap("say_line('the bootstrap in the package'); serve();");

        puppetry.deploy(function -> function.memory(1024).runtime(javaHandler(JavaPuppet.class)));

        assertThat(puppetry.tell("AWS_EXECUTION_ENV"))
                .isEqualTo("AWS_Lambda_java" + Runtime.version().feature());
        assertThat(puppetry.lines()).isEmpty();
    }

    @Test
    @Statement({"L-027", "R-135"})
    void a_wrapper_that_does_not_exist_ends_in_exit_status_127() {
        Program java = javaHandler(JavaPuppet.class);

        puppetry.deploy(function -> function.runtime(java).variable(WRAPPER, "/opt/nowhere"));

        assertThat(puppetry.failure(""))
                .isEqualTo("{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                        + "\"RequestId: <id> Error: Runtime exited with error: exit status 127\"}");
    }

    @Test
    @Statement("L-029")
    void a_wrapper_has_the_command_of_the_interpreter_in_its_arguments() {
        Program java = javaHandler(JavaPuppet.class);
        puppetry.write("layer/wrapper", "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexport CHANGED=yes\nexec \"$@\"\n");

        puppetry.deploy(function -> function.memory(1024).runtime(java).variable(WRAPPER, "/opt/wrapper"));

        assertThat(puppetry.tell("CHANGED")).isEqualTo("yes");
        List<String> command = Stream.concat(Stream.of(java.program()), java.arguments().stream())
                .map(argument -> argument.replace("${AWS_LAMBDA_FUNCTION_MEMORY_SIZE}", "1024"))
                .toList();
        assertThat(withoutTmp(puppetry.lines())).isEqualTo(withoutTmp(command));
    }

    /** Where paths are not real, that of temporary files is another one. */
    private static List<String> withoutTmp(List<String> command) {
        return command.stream()
                .filter(argument -> !argument.startsWith("-Djava.io.tmpdir="))
                .toList();
    }
}
