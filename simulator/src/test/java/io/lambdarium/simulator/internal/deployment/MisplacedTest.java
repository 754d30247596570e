// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MisplacedTest {

    @TempDir
    private Path directory;

    @Test
    void a_package_whose_directory_was_packed() throws IOException {
        write("src/lib/x", "src/bootstrap");

        assertThat(Misplaced.in(directory))
                .isEqualTo("There is src/bootstrap: pack what is in src, and not the directory itself.");
    }

    @Test
    void a_bootstrap_that_is_called_after_its_language() throws IOException {
        write("bootstrap.py", "src/bootstrap.py");

        assertThat(Misplaced.in(directory))
                .isEqualTo("There is bootstrap.py: it must be called bootstrap, and nothing else.");
    }

    @Test
    void nothing_that_could_be_meant() throws IOException {
        write("app.py", "src/strap");

        assertThat(Misplaced.in(directory)).isEmpty();
        assertThat(Misplaced.in(directory.resolve("missing"))).isEmpty();
    }

    private void write(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.createFile(directory.resolve(file));
        }
    }
}
