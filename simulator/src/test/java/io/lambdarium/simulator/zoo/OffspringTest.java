// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Processes that participants start, and that nobody waits for. */
@WithProcesses(tools = Tool.PERL)
class OffspringTest {

    @AutoClose
    private final Cage cage = new Cage();

    @Test
    void a_child_that_holds_the_output_open_holds_up_nobody() {
        Invocation invocation = cage.runtime("leaves-its-output-to-a-child").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited with error: exit status 5"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; runtime 1 ends: exit status 5;
                broken by runtime: Runtime.ExitError, Runtime exited with error: exit status 5;
                invocation 1 fails: Runtime.ExitError, Runtime exited with error: exit status 5;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty
                """));
        assertThat(cage.lines()).containsExactly("the child has my output");
        assertThat(cage.findings())
                .containsExactly("The runtime exited with status 5 while it held the event of invocation 1. It wrote "
                        + "\"the child has my output\". Mend that.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_daemon_in_the_group_of_the_runtime_ends_with_the_environment() {
        Invocation invocation = cage.runtime("starts-a-daemon").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("{}"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_daemon_in_a_session_of_its_own_ends_with_the_environment() {
        Invocation invocation =
                cage.runtime("starts-a-daemon-in-a-session-of-its-own").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("{}"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_daemon_that_has_forgotten_its_variables_too_outlives_its_environment_on_the_plain_level_alone() {
        Invocation invocation = cage.runtime("starts-a-daemon-without-a-trace").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("{}"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left())
                .as("PLAIN cannot know a daemon that has left its session and forgotten its variables")
                .isEqualTo(cage.unlessAllEnd("sleeper"));
    }

    @Test
    void fifty_children_end_with_their_parent() {
        Invocation invocation = cage.runtime("breeds").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("50"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_daemon_of_an_extension_that_left_in_time_ends_with_the_environment() {
        Invocation invocation =
                cage.inVirtualTime().extension("leaves-a-daemon-behind").invoke("{}");
        invocation.awaitReport();
        cage.lambda().shutDown();

        assertThat(invocation.await()).isEqualTo(Told.answer("{}"));
        assertThat(cage.taleUpTo("terminated: SPINDOWN")).isEqualTo(Tale.told("""
                init begins; leaves-a-daemon-behind 1 launched; leaves-a-daemon-behind registers;
                runtime 1 launched; init ends; idle;
                invocation 1 starts; leaves-a-daemon-behind told of it; invocation 1 answered;
                invocation 1 completed: SUCCESS; idle;
                shuts down: SPINDOWN; runtime 1 sent SIGTERM; runtime 1 ends: signal: terminated;
                leaves-a-daemon-behind told to shut down: SPINDOWN; leaves-a-daemon-behind 1 ends: exit status 0;
                leaves-a-daemon-behind leaves in time; terminated: SPINDOWN
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }
}
