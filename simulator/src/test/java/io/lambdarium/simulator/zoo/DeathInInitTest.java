// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static io.lambdarium.simulator.Isolation.Capability.EXIT_SIGNALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runtimes that die before they have asked for anything: each is started twice for one invocation. Source: lifecycle §1.6. */
@WithProcesses(tools = Tool.PERL)
class DeathInInitTest {

    @AutoClose
    private final Cage cage = new Cage();

    @Test
    void an_exit_with_status_0_is_without_a_reason() {
        Invocation invocation = cage.runtime("exits-at-once").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited without providing a reason"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; runtime 1 ends: exit status 0;
                init fails: Runtime.ExitError, Runtime exited without providing a reason;
                is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 ends: exit status 0;
                init inside fails: Runtime.ExitError, Runtime exited without providing a reason;
                invocation 1 starts;
                invocation 1 fails: Runtime.ExitError, Runtime exited without providing a reason;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty
                """));
        assertThat(cage.findings())
                .containsExactly("The runtime exited with status 0 before the initialization was done: it returned too "
                        + "early. Let it ask for events until it is told to end, or killed. Nobody had called the simulator "
                        + "before: call the APIs at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that "
                        + "no proxy setting diverts the calls.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void an_exit_with_another_status_is_told_with_it() {
        Invocation invocation = cage.runtime("exits-with-3").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited with error: exit status 3"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; runtime 1 ends: exit status 3;
                init fails: Runtime.ExitError, Runtime exited with error: exit status 3;
                is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 ends: exit status 3;
                init inside fails: Runtime.ExitError, Runtime exited with error: exit status 3;
                invocation 1 starts;
                invocation 1 fails: Runtime.ExitError, Runtime exited with error: exit status 3;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty
                """));
        assertThat(cage.lines()).containsExactly("no luck today", "no luck today");
        assertThat(cage.findings())
                .containsExactly(
                        "The runtime exited with status 3 before the initialization was done. It wrote \"no luck "
                                + "today\". Mend that, and make it ask for its first event. Nobody had called the simulator "
                                + "before: call the APIs at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that "
                                + "no proxy setting diverts the calls.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void an_exit_with_status_137_is_no_signal() {
        Invocation invocation = cage.runtime("exits-with-137").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited with error: exit status 137"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; runtime 1 ends: exit status 137;
                init fails: Runtime.ExitError, Runtime exited with error: exit status 137;
                is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 ends: exit status 137;
                init inside fails: Runtime.ExitError, Runtime exited with error: exit status 137;
                invocation 1 starts;
                invocation 1 fails: Runtime.ExitError, Runtime exited with error: exit status 137;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty
                """));
        assertThat(cage.findings())
                .containsExactly("The runtime exited with status 137 before the initialization was done. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it, and make it ask for its first event. Nobody had called the simulator "
                        + "before: call the APIs at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that "
                        + "no proxy setting diverts the calls.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_death_by_signal_is_told_with_it_where_it_can_be_seen() {
        Invocation invocation = cage.runtime("kills-itself-in-init").invoke("{}");

        String words = cage.has(EXIT_SIGNALS) ? "signal: killed" : "exit status 137";
        String killed = "The runtime " + (cage.has(EXIT_SIGNALS) ? "ended with SIGKILL" : "exited with status 137");
        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited with error: " + words));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; runtime 1 ends: %s;
                init fails: Runtime.ExitError, Runtime exited with error: %s;
                is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 ends: %s;
                init inside fails: Runtime.ExitError, Runtime exited with error: %s;
                invocation 1 starts; invocation 1 fails: Runtime.ExitError, Runtime exited with error: %s;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty
                """.formatted(words, words, words, words, words)));
        assertThat(cage.findings())
                .containsExactly(killed
                        + " before the initialization was done. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it, and make it "
                        + "ask for its first event. Nobody had called the simulator "
                        + "before: call the APIs at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that "
                        + "no proxy setting diverts the calls.");
        assertThat(cage.left()).isEmpty();
    }
}
