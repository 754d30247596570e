// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What cannot be executed, each for a reason of its own. Source: lifecycle §1.3. */
@WithProcesses(tools = Tool.PERL)
class UnlaunchableTest {

    @AutoClose
    private final Cage cage = new Cage();

    @Test
    void a_file_that_nobody_may_execute() {
        Invocation invocation = cage.runtime("is-not-executable").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(
                        invocation, "Runtime.InvalidEntrypoint", "fork/exec /var/task/bootstrap: permission denied"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; runtime 1 cannot be launched: %1$s; init fails: %1$s; is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 cannot be launched: %1$s; init inside fails: %1$s;
                invocation 1 starts; invocation 1 fails: %1$s;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.InvalidEntrypoint; empty
                """.formatted(
                        "Runtime.InvalidEntrypoint, fork/exec /var/task/bootstrap: permission denied")));
        assertThat(cage.findings())
                .containsExactly("The runtime could not be launched: fork/exec /var/task/bootstrap: permission denied. "
                        + "Make the file executable for everyone: chmod a+rx. In a ZIP, the mode of its entry counts.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_script_without_its_interpreter() {
        Invocation invocation = cage.runtime("has-a-dead-interpreter").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(
                        invocation,
                        "Runtime.InvalidEntrypoint",
                        "fork/exec /var/task/bootstrap: no such file or directory"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; runtime 1 cannot be launched: %1$s; init fails: %1$s; is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 cannot be launched: %1$s; init inside fails: %1$s;
                invocation 1 starts; invocation 1 fails: %1$s;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.InvalidEntrypoint; empty
                """.formatted(
                        "Runtime.InvalidEntrypoint, fork/exec /var/task/bootstrap: no such file or directory")));
        assertThat(cage.findings())
                .containsExactly("The runtime could not be launched: fork/exec /var/task/bootstrap: no such file or "
                        + "directory. Its first line names the interpreter /usr/bin/no-such-interpreter, which is not "
                        + "there. Name one that is.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_program_for_another_processor() {
        Invocation invocation = cage.runtime("is-for-another-machine").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(
                        invocation, "Runtime.InvalidEntrypoint", "fork/exec /var/task/bootstrap: exec format error"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; runtime 1 cannot be launched: %1$s; init fails: %1$s; is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 cannot be launched: %1$s; init inside fails: %1$s;
                invocation 1 starts; invocation 1 fails: %1$s;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.InvalidEntrypoint; empty
                """.formatted(
                        "Runtime.InvalidEntrypoint, fork/exec /var/task/bootstrap: exec format error")));
        assertThat(cage.findings())
                .containsExactly("The runtime could not be launched: fork/exec /var/task/bootstrap: exec format error. "
                        + "Build it for this machine's processor or, if it is a script, begin it with #! and the "
                        + "path of an interpreter.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_script_that_leaves_its_interpreter_to_be_guessed() {
        Invocation invocation = cage.runtime("names-no-interpreter").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(
                        invocation, "Runtime.InvalidEntrypoint", "fork/exec /var/task/bootstrap: exec format error"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; runtime 1 cannot be launched: %1$s; init fails: %1$s; is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 cannot be launched: %1$s; init inside fails: %1$s;
                invocation 1 starts; invocation 1 fails: %1$s;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.InvalidEntrypoint; empty
                """.formatted(
                        "Runtime.InvalidEntrypoint, fork/exec /var/task/bootstrap: exec format error")));
        assertThat(cage.findings())
                .containsExactly("The runtime could not be launched: fork/exec /var/task/bootstrap: exec format error. "
                        + "Build it for this machine's processor or, if it is a script, begin it with #! and the "
                        + "path of an interpreter.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_directory_is_not_even_tried() {
        Invocation invocation = cage.runtime("is-a-directory").invoke("{}");

        assertThat(invocation.await())
                .isEqualTo(Told.failure(
                        invocation,
                        "Runtime.InvalidEntrypoint",
                        "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"));
        assertThat(cage.taleUpTo("empty"))
                .isEqualTo(
                        Tale.told(
                                """
                init begins; runtime 1 launched; runtime 1 cannot be launched: %1$s; init fails: %1$s; is reset: FAILURE; empty;
                init inside begins; runtime 2 launched; runtime 2 cannot be launched: %1$s; init inside fails: %1$s;
                invocation 1 starts; invocation 1 fails: %1$s;
                is reset: FAILURE; invocation 1 completed: ERROR Runtime.InvalidEntrypoint; empty
                """.formatted(
                                                "Runtime.InvalidEntrypoint, Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]")));
        assertThat(cage.findings())
                .containsExactly("The runtime could not be launched: Couldn't find valid bootstrap(s): "
                        + "[/var/task/bootstrap /opt/bootstrap]. There is bootstrap/bootstrap: pack what is in bootstrap, "
                        + "and not the directory itself.");
        assertThat(cage.left()).isEmpty();
    }
}
