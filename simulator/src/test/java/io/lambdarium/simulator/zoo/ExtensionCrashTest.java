// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static io.lambdarium.simulator.Isolation.Capability.EXIT_SIGNALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Extensions that die while they are needed, which fails the function. Source: lifecycle §§1.6 and 2.4. */
@WithProcesses(tools = Tool.PERL)
class ExtensionCrashTest {

    @AutoClose
    private final Cage cage = new Cage().inVirtualTime();

    @Test
    void an_extension_that_dies_early_crashes_the_function() {
        Invocation invocation = cage.extension("dies-early").invoke("{}");

        assertThat(invocation.await()).isEqualTo(Told.failure(invocation, "Extension.Crash", "exit status 3"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; dies-early 1 launched; dies-early registers; runtime 1 launched;
                dies-early 1 ends: exit status 3; init fails: Extension.Crash, exit status 3;
                is reset: FAILURE; runtime 1 sent SIGTERM; runtime 1 ends: signal: terminated; empty;
                init inside begins; dies-early 2 launched; dies-early registers; runtime 2 launched;
                dies-early 2 ends: exit status 3; init inside fails: Extension.Crash, exit status 3;
                invocation 1 starts; invocation 1 fails: Extension.Crash, exit status 3;
                is reset: FAILURE; runtime 2 sent SIGTERM; runtime 2 ends: signal: terminated;
                invocation 1 completed: ERROR Extension.Crash; empty
                """));
        assertThat(cage.findings())
                .containsExactly("Extension \"dies-early\" exited with status 3 before the initialization was done. It "
                        + "wrote \"nowhere to ship to\". Mend that, and make it ask for its first event.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void an_extension_that_leaves_too_early_crashes_the_function_with_its_status_0() {
        Invocation invocation = cage.extension("leaves-too-early").invoke("{}");

        assertThat(invocation.await()).isEqualTo(Told.failure(invocation, "Extension.Crash", "exit code 0"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; leaves-too-early 1 launched; leaves-too-early registers; runtime 1 launched;
                leaves-too-early 1 ends: exit status 0; init fails: Extension.Crash, exit code 0;
                is reset: FAILURE; runtime 1 sent SIGTERM; runtime 1 ends: signal: terminated; empty;
                init inside begins; leaves-too-early 2 launched; leaves-too-early registers; runtime 2 launched;
                leaves-too-early 2 ends: exit status 0; init inside fails: Extension.Crash, exit code 0;
                invocation 1 starts; invocation 1 fails: Extension.Crash, exit code 0;
                is reset: FAILURE; runtime 2 sent SIGTERM; runtime 2 ends: signal: terminated;
                invocation 1 completed: ERROR Extension.Crash; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "Extension \"leaves-too-early\" exited with status 0 before the initialization was done: "
                                + "it returned too early. Let it ask for events until it is told to end, or killed.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void an_extension_that_dies_with_an_event_fails_the_invocation() {
        Invocation invocation = cage.runtime("never-answers")
                .extension("segfaults-beside-the-runtime")
                .invoke("{}");

        String words = cage.has(EXIT_SIGNALS) ? "signal: segmentation fault" : "exit status 139";
        String how = cage.has(EXIT_SIGNALS) ? "ended with SIGSEGV" : "exited with status 139";
        assertThat(invocation.await()).isEqualTo(Told.failure(invocation, "Extension.Crash", words));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; segfaults-beside-the-runtime 1 launched; segfaults-beside-the-runtime registers;
                runtime 1 launched; init ends; idle;
                invocation 1 starts; segfaults-beside-the-runtime told of it;
                segfaults-beside-the-runtime 1 ends: %s;
                broken by segfaults-beside-the-runtime: Extension.Crash, %s;
                invocation 1 fails: Extension.Crash, %s;
                is reset: FAILURE; runtime 1 sent SIGTERM; runtime 1 ends: signal: terminated;
                invocation 1 completed: ERROR Extension.Crash; empty
                """.formatted(words, words, words)));
        assertThat(cage.findings())
                .containsExactly("Extension \"segfaults-beside-the-runtime\" " + how
                        + " although nobody told it to shut down, so the environment was reset. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it.");
        assertThat(cage.left()).isEmpty();
    }
}
