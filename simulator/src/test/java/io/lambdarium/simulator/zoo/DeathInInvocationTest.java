// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static io.lambdarium.simulator.Isolation.Capability.EXIT_SIGNALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runtimes that die with an event in their hands, or with its answer. Source: lifecycle §2.4. */
@WithProcesses(tools = Tool.PERL)
class DeathInInvocationTest {

    @AutoClose
    private final Cage cage = new Cage();

    @Test
    void a_runtime_that_kills_itself() {
        Invocation invocation = cage.runtime("kills-itself-in-an-invocation").invoke("{}");

        String words = cage.has(EXIT_SIGNALS) ? "signal: killed" : "exit status 137";
        String killed = "The runtime " + (cage.has(EXIT_SIGNALS) ? "ended with SIGKILL" : "exited with status 137");
        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited with error: " + words));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; runtime 1 ends: %s;
                broken by runtime: Runtime.ExitError, Runtime exited with error: %s;
                invocation 1 fails: Runtime.ExitError, Runtime exited with error: %s;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty
                """.formatted(words, words, words)));
        assertThat(cage.findings())
                .containsExactly(killed + " while it held the event of invocation 1. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_touches_memory_that_is_not_its_own() {
        Invocation invocation = cage.runtime("segfaults").invoke("{}");

        String words = cage.has(EXIT_SIGNALS) ? "signal: segmentation fault" : "exit status 139";
        String segfaulted = "The runtime " + (cage.has(EXIT_SIGNALS) ? "ended with SIGSEGV" : "exited with status 139");
        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited with error: " + words));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; runtime 1 ends: %s;
                broken by runtime: Runtime.ExitError, Runtime exited with error: %s;
                invocation 1 fails: Runtime.ExitError, Runtime exited with error: %s;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty
                """.formatted(words, words, words)));
        assertThat(cage.findings())
                .containsExactly(segfaulted + " while it held the event of invocation 1. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_returns_without_an_answer() {
        Invocation invocation = cage.runtime("exits-in-an-invocation").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited without providing a reason"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; runtime 1 ends: exit status 0;
                broken by runtime: Runtime.ExitError, Runtime exited without providing a reason;
                invocation 1 fails: Runtime.ExitError, Runtime exited without providing a reason;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty
                """));
        assertThat(cage.findings())
                .containsExactly("The runtime exited with status 0 while it held the event of invocation 1. Let it "
                        + "answer, and then ask for the next event, again and again.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_dies_within_its_answer() {
        Invocation invocation = cage.inVirtualTime()
                .runtime("dies-within-its-answer")
                .extension("attends")
                .invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(invocation, "Runtime.ExitError", "Runtime exited with error: exit status 6"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; attends 1 launched; attends registers; runtime 1 launched; init ends; idle;
                invocation 1 starts; attends told of it; runtime 1 ends: exit status 6;
                broken by runtime: Runtime.ExitError, Runtime exited with error: exit status 6;
                invocation 1 fails: Runtime.ExitError, Runtime exited with error: exit status 6;
                is reset: FAILURE; attends told to shut down: FAILURE; attends 1 ends: exit status 0; attends leaves in time;
                invocation 1 completed: ERROR Runtime.ExitError; empty
                """));
        assertThat(cage.findings())
                .containsExactly("The runtime exited with status 6 while it held the event of invocation 1. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_leaves_once_it_has_answered() {
        Invocation invocation = cage.runtime("answers-and-leaves").invoke("1");
        invocation.awaitReport();
        Invocation second = cage.invoke("2");

        assertThat(invocation.await()).isEqualTo(Told.answer("1"));
        assertThat(second.await()).isEqualTo(Told.answer("2"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; runtime 1 ends: exit status 0;
                broken by runtime: Runtime.ExitError, Runtime exited without providing a reason;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.ExitError; empty;
                init inside begins; runtime 2 launched; init inside ends;
                invocation 2 starts; invocation 2 answered; runtime 2 ends: exit status 0;
                broken by runtime: Runtime.ExitError, Runtime exited without providing a reason;
                is reset: FAILURE; invocation 2 completed: ERROR Runtime.ExitError; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The runtime answered invocation 1 and then exited with status 0 instead of asking for "
                                + "the next event, so the environment was reset. Serve events in a loop.",
                        "The runtime answered invocation 2 and then exited with status 0 instead of asking for "
                                + "the next event, so the environment was reset. Serve events in a loop.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_breaks_off_its_answer_and_lives() {
        Invocation invocation = cage.runtime("breaks-off-its-answer").invoke("1");
        invocation.awaitReport();
        Invocation second = cage.invoke("2");

        assertThat(invocation.await()).isEqualTo(Told.failure("Runtime.TruncatedResponse"));
        assertThat(second.await()).isEqualTo(Told.answer("2"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 fails: Runtime.TruncatedResponse, ;
                invocation 1 completed: SUCCESS; idle;
                invocation 2 starts; invocation 2 answered; invocation 2 completed: SUCCESS; idle
                """));
        assertThat(cage.findings())
                .containsExactly("The answer to invocation 1 broke off before its end. Send as many bytes as "
                        + "Content-Length says, or the last chunk, before the connection is closed.");
        assertThat(cage.left()).isEmpty();
    }
}
