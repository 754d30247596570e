// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What simulators with real processes leave behind, one after another: nothing. */
@Isolated("counts what the whole JVM holds")
@WithProcesses(tools = Tool.GCC)
class ManyLivesTest {

    /** The last one's may still be on its way out, and the JDK keeps the threads that wait for processes for a minute. */
    private static final int HANDFUL = 5;

    @BeforeAll
    static void build() {
        CompiledBootstrap.build();
    }

    @Test
    void processes_leave_nothing_behind() throws Exception {
        Leftovers left = leftBehindBy(30);

        assertNothingOf(left);
    }

    @Test
    @Tag("soak")
    void five_hundred_lives_leave_nothing_behind() throws Exception {
        assumeTrue("soak".equals(System.getProperty("groups")), "takes long; -Dgroups=soak runs it");

        Leftovers left = leftBehindBy(500);

        assertNothingOf(left);
    }

    private static void assertNothingOf(Leftovers left) {
        assertThat(left.processes()).as("processes").isZero();
        assertThat(left.files()).as("files").isZero();
        assertThat(left.descriptors()).as("descriptors").isLessThan(HANDFUL);
        assertThat(left.threads()).as("threads").isLessThan(HANDFUL);
    }

    private static Leftovers leftBehindBy(int lives) throws Exception {
        live(5);
        Leftovers before = Leftovers.now();
        live(lives);
        return Leftovers.now().since(before);
    }

    private static void live(int lives) {
        for (int i = 0; i < lives; i++) {
            try (Simulator lambda = Simulator.start()) {
                lambda.deploy(function("mayfly").runtime(process("target/bootstrap")));
                assertThat(lambda.invoke("\"Ada\"")).succeeds();
            }
        }
    }
}
