// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstallationTest {

    private final Installation installation =
            new Installation(function("greeter"), Optional.of(Path.of("/a/code")), Optional.of(Path.of("/a/layers")));

    @Test
    void paths_of_the_functions_files_lie_elsewhere_on_this_machine() {
        assertThat(installation.onHost("/var/task")).isEqualTo("/a/code");
        assertThat(installation.onHost("/var/task/bootstrap")).isEqualTo("/a/code/bootstrap");
        assertThat(installation.onHost("/opt/extensions/flusher")).isEqualTo("/a/layers/extensions/flusher");
    }

    @Test
    void all_other_paths_are_the_same_on_this_machine() {
        assertThat(installation.onHost("/usr/bin/python3")).isEqualTo("/usr/bin/python3");
        assertThat(installation.onHost("/optional")).isEqualTo("/optional");
        assertThat(installation.onHost("bootstrap")).isEqualTo("bootstrap");
    }

    @Test
    void a_function_without_files_has_the_paths_of_this_machine() {
        Installation nothing = Installation.without(function("greeter"));

        assertThat(nothing.onHost("/opt/bin/tool")).isEqualTo("/opt/bin/tool");
    }

    @Test
    void each_of_several_paths_is_looked_at() {
        assertThat(installation.eachOnHost("/usr/bin/:/opt/bin::/var/task/lib"))
                .isEqualTo("/usr/bin/:/a/layers/bin::/a/code/lib");
    }

    @Test
    void a_text_can_be_told_with_the_paths_of_the_environment() {
        assertThat(installation.asInEnvironment("fork/exec /a/code/bootstrap: permission denied"))
                .isEqualTo("fork/exec /var/task/bootstrap: permission denied");
        assertThat(installation.asInEnvironment("fork/exec /a/layers/extensions/x: /a/codes"))
                .isEqualTo("fork/exec /opt/extensions/x: /a/codes");
    }
}
