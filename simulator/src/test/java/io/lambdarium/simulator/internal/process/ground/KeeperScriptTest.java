// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static io.lambdarium.simulator.internal.process.ground.Executable.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("processes")
class KeeperScriptTest {

    @Test
    void it_compiles_strictly_and_without_a_warning() throws Exception {
        assumeTrue(named("perl").isPresent(), "there is no perl");
        Process perl = Writing.interruptedBy(
                new ProcessBuilder("perl", "-Mstrict", "-Mwarnings", "-c", "-").redirectErrorStream(true)::start);
        try (InputStream script = Keeper.class.getResourceAsStream("keeper.pl")) {
            script.transferTo(perl.getOutputStream());
            perl.getOutputStream().close();
        }

        String said = new String(perl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).isEqualToIgnoringNewLines("- syntax OK");
    }
}
