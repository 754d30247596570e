// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingsTest {

    /** Root may do it in any case; an ordinary user may write there again first. */
    @Test
    void what_a_function_has_forbidden_to_write_is_removed_too(@TempDir Path temporary) throws IOException {
        Path environment = temporary.resolve("1");
        Path cache = Files.createDirectories(environment.resolve("tmp/cache"));
        Files.writeString(cache.resolve("model"), "large");
        assertThat(cache.toFile().setWritable(false)).isTrue();

        Leavings.remove(environment);

        assertThat(environment).doesNotExist();
    }
}
