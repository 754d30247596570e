// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who outlives whom. */
@WithProcesses(tools = Tool.PERL)
class SurvivalTest {

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    @Statement("L-105")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.ALL_ENDS)
    void no_process_outlives_a_simulator_whose_jvm_dies(@TempDir Path temporary) throws Exception {
        try (Leash leash = Leash.ready()) {
            Process jvm = SeparateJvm.holding(leash, temporary);
            leash.awaitHolders(2);

            jvm.destroyForcibly();

            leash.awaitEnd(Duration.ofMillis(1500));
            assertThat(jvm.waitFor()).isEqualTo(137);
        }
    }

    @Test
    @Statement("L-181")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.ALL_ENDS)
    void the_end_of_an_environment_leaves_nobody_behind_not_even_a_daemon() throws Exception {
        try (Leash leash = Leash.ready()) {
            puppetry.bootstrap(Puppetry.PUPPET).deploy();
            puppetry.tell("hold(%d); daemon()".formatted(leash.port()));
            leash.awaitHolders(1);

            puppetry.lambda().shutDown();

            puppetry.scene().await(Terminated.class);
            leash.awaitEnd(Scene.PATIENCE);
        }
    }

    @Test
    @Statement("L-183")
    void a_process_outlives_the_thread_that_wanted_it() throws Exception {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        thread.submit(() -> puppetry.tell("$memory{birth} = 'remembered'")).get();
        thread.shutdown();
        assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));

        assertThat(puppetry.tell("$memory{birth}")).isEqualTo("remembered");
        assertThat(puppetry.scene().count(Launched.class)).isEqualTo(1);
    }

    @Test
    @Statement("L-182")
    @WithProcesses(tools = Tool.PERL, levels = Isolation.NAMESPACES)
    void where_user_namespaces_are_forbidden_the_next_level_is_taken_and_named() throws Exception {
        assertThat(SeparateJvm.isolationWithoutNamespaces())
                .startsWith("GROUPS")
                .element(1)
                .asString()
                .contains("by NAMESPACES: ", " cannot make namespaces here (bwrap: ", "allow user namespaces");
    }
}
