// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static io.lambdarium.simulator.Isolation.Capability.MEMORY;
import static io.lambdarium.simulator.Isolation.Capability.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Those who take more memory or room than there is. Source: lifecycle §§4.4 and 4.6. */
@WithProcesses(tools = Tool.PERL)
class GluttonyTest {

    @AutoClose
    private final Cage cage = new Cage();

    @Test
    @WithProcesses(capabilities = MEMORY)
    void a_runtime_that_eats_all_memory_is_killed() {
        Invocation invocation = cage.runtime("eats-memory").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(
                        Told.failure(invocation, "Runtime.OutOfMemory", "Runtime exited with error: signal: killed"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; runtime 1 runs out of memory; runtime 1 ends: signal: killed;
                broken by runtime: Runtime.OutOfMemory, Runtime exited with error: signal: killed;
                invocation 1 fails: Runtime.OutOfMemory, Runtime exited with error: signal: killed;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.OutOfMemory; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The processes of the environment used more memory than its function has, so the runtime "
                                + "was killed. Let them use less, or deploy with a larger memory(…).");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    @WithProcesses(capabilities = MEMORY)
    void a_child_that_eats_all_memory_is_killed_alone() {
        Invocation invocation = cage.runtime("lets-a-child-eat-memory").invoke("{}");

        assertThat(invocation.await()).isEqualTo(Told.answer("my child died of signal 9"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; a child of runtime 1 runs out of memory; invocation 1 answered;
                invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The processes of the environment used more memory than its function has, so a process that "
                                + "the runtime had started was killed. Let them use less, or deploy with a larger "
                                + "memory(…).");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    @WithProcesses(capabilities = MEMORY)
    void an_extension_that_eats_all_memory_is_killed_and_fails_the_invocation() {
        Invocation invocation = cage.inVirtualTime()
                .runtime("never-answers")
                .extension("eats-memory-beside-the-runtime")
                .invoke("{}");

        assertThat(invocation.await()).isEqualTo(Told.failure(invocation, "Extension.Crash", "signal: killed"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; eats-memory-beside-the-runtime 1 launched; eats-memory-beside-the-runtime registers;
                runtime 1 launched; init ends; idle;
                invocation 1 starts; eats-memory-beside-the-runtime told of it;
                eats-memory-beside-the-runtime 1 runs out of memory;
                eats-memory-beside-the-runtime 1 ends: signal: killed;
                broken by eats-memory-beside-the-runtime: Extension.Crash, signal: killed;
                invocation 1 fails: Extension.Crash, signal: killed;
                is reset: FAILURE; runtime 1 sent SIGTERM; runtime 1 ends: signal: terminated;
                invocation 1 completed: ERROR Extension.Crash; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The processes of the environment used more memory than its function has, so extension "
                                + "\"eats-memory-beside-the-runtime\" was killed. Let them use less, or deploy with a "
                                + "larger memory(…).");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    @WithProcesses(capabilities = STORAGE)
    void a_runtime_that_fills_tmp_is_told_that_there_is_no_room() {
        Invocation invocation = cage.runtime("fills-tmp").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("No space left on device after 512 MB"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }
}
