// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in the files of a function to be started. */
class LookupTest {

    @TempDir
    private Path directory;

    @Test
    void the_bootstrap_of_the_package_is_preferred_to_that_of_a_layer() throws IOException {
        LambdaFunction installed =
                install(function("greeter").code(folder("code", "bootstrap")).layer(folder("layer", "bootstrap")));

        assertThat(installed.runtime()).contains(process("/var/task/bootstrap"));
    }

    @Test
    void the_bootstrap_of_a_layer_serves_where_the_package_has_none() throws IOException {
        LambdaFunction installed =
                install(function("greeter").code(folder("code", "x")).layer(folder("layer", "bootstrap")));

        assertThat(installed.runtime()).contains(process("/opt/bootstrap"));
    }

    @Test
    void a_directory_is_no_bootstrap_and_neither_is_a_link_to_nothing() throws IOException {
        Path layer = folder("layer", "x");
        Files.createSymbolicLink(layer.resolve("bootstrap"), Path.of("nothing"));

        LambdaFunction installed =
                install(function("greeter").code(folder("code", "bootstrap/x")).layer(layer));

        assertThat(installed.runtime()).isEmpty();
    }

    @Test
    void a_link_to_a_path_of_the_environment_is_a_bootstrap() throws IOException {
        Path code = folder("code", "x");
        Files.createSymbolicLink(code.resolve("bootstrap"), Path.of("/opt/bin/runtime"));

        LambdaFunction installed = install(function("greeter").code(code).layer(folder("layer", "bin/runtime")));

        assertThat(installed.runtime()).contains(process("/var/task/bootstrap"));
    }

    @Test
    void a_runtime_that_was_given_is_not_looked_for() throws IOException {
        Bootstrap given = process("/usr/bin/python3", "app.py");

        LambdaFunction installed =
                install(function("greeter").code(folder("code", "bootstrap")).runtime(given));

        assertThat(installed.runtime()).contains(given);
    }

    @Test
    void files_and_links_among_the_extensions_are_started_wherever_they_lead_and_directories_are_not()
            throws IOException {
        Path layer = folder("layer", "extensions/b", "extensions/a", "extensions/lib/x", "bin/tool");
        Files.createSymbolicLink(layer.resolve("extensions/link"), Path.of("../bin/tool"));
        Files.createSymbolicLink(layer.resolve("extensions/directory"), Path.of("lib"));

        LambdaFunction installed = install(function("greeter").layer(layer));

        assertThat(installed.extensions().keySet()).containsExactly("a", "b", "directory", "link");
        assertThat(installed.extensions()).containsEntry("a", process("/opt/extensions/a"));
    }

    @Test
    void extensions_are_in_the_order_of_the_bytes_of_their_names() throws IOException {
        LambdaFunction installed = install(function("greeter")
                .layer(folder("one", "extensions/b", "extensions/B", "extensions/a-b"))
                .layer(folder("two", "extensions/a", "extensions/a.b", "extensions/10", "extensions/9")));

        assertThat(installed.extensions().keySet()).containsExactly("10", "9", "B", "a", "a-b", "a.b", "b");
    }

    @Test
    void an_extension_that_was_given_is_started_as_was_said() throws IOException {
        Bootstrap given = process("target/flusher", "--debug");

        LambdaFunction installed = install(function("greeter")
                .layer(folder("layer", "extensions/flusher", "extensions/other"))
                .extension("flusher", given));

        assertThat(installed.extensions())
                .containsEntry("flusher", given)
                .containsEntry("other", process("/opt/extensions/other"));
    }

    @Test
    void without_a_directory_of_extensions_there_are_none() throws IOException {
        assertThat(install(function("greeter").layer(folder("layer", "x"))).extensions())
                .isEmpty();
        assertThat(install(function("greeter").layer(folder("other", "extensions")))
                        .extensions())
                .isEmpty();
    }

    private LambdaFunction install(LambdaFunction function) throws IOException {
        Contents contents = new Contents(Files.createTempDirectory(directory, "contents"));
        return Installer.install(function, () -> contents).function();
    }

    private Path folder(String name, String... files) throws IOException {
        Path folder = directory.resolve(name);
        for (String file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), name);
        }
        return folder;
    }
}
