// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchFindingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no such file or directory | See that the file is there and, if it is a script, that the interpreter in its "
                        + "first line is, too.",
                "permission denied | Make the file executable for everyone: chmod a+rx. In a ZIP, the mode of its entry counts.",
                "exec format error | Build it for this machine's processor or, if it is a script, begin it with #! and the "
                        + "path of an interpreter.",
                "text file busy | Somebody has it open for writing. Close it before it is to start.",
                "argument list too long | Mend that, and look whether it starts by hand."
            })
    void a_program_that_the_system_does_not_start(String why, String advice) {
        Story story = Story.with();

        story.isNotLaunched(RUNTIME, "Runtime.InvalidEntrypoint", "fork/exec /var/task/bootstrap: " + why);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime could not be launched: fork/exec /var/task/bootstrap: " + why + ". " + advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chdir /nowhere: no such file or directory | It is to begin in that directory: see that this is there, and that "
                        + "everyone may enter it.",
                "mkdir /tmp/x: no space left on device | Environments have their files there: make room, or name another "
                        + "directory by -Djava.io.tmpdir=…."
            })
    void a_directory_that_the_system_does_not_give(String why, String advice) {
        Story story = Story.with();

        story.isNotLaunched(RUNTIME, "Runtime.InvalidWorkingDir", why);

        assertThat(story.findings()).containsExactly("The runtime could not be launched: " + why + ". " + advice);
    }

    @Test
    void a_function_without_a_bootstrap() {
        Story story = Story.with();

        story.isNotLaunched(
                RUNTIME,
                "Runtime.InvalidEntrypoint",
                "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");

        assertThat(story.findings())
                .containsExactly(
                        "The runtime could not be launched: Couldn't find valid bootstrap(s): [/var/task/bootstrap "
                                + "/opt/bootstrap]. Put an executable file called bootstrap into the root of the code, or of a "
                                + "layer.");
    }

    @Test
    void a_runtime_that_was_killed_for_want_of_memory() {
        Story story = Story.running();

        story.runsOutOfMemory(RUNTIME, false);

        assertThat(story.findings())
                .containsExactly(
                        "The processes of the environment used more memory than its function has, so the runtime "
                                + "was killed. Let them use less, or deploy with a larger memory(…).");
    }

    @Test
    void an_extension_that_was_killed_for_want_of_memory_during_the_init() {
        Story story = Story.with("flusher");

        story.runsOutOfMemory(extension("flusher"), false);

        assertThat(story.findings())
                .containsExactly(
                        "The processes of the environment used more memory than its function has, so extension "
                                + "\"flusher\" was killed. Let them use less, or deploy with a larger memory(…).");
    }

    @Test
    void a_child_that_was_killed_for_want_of_memory() {
        Story story = Story.running();

        story.runsOutOfMemory(RUNTIME, true);

        assertThat(story.findings().get(0))
                .isEqualTo(
                        "The processes of the environment used more memory than its function has, so a process that the "
                                + "runtime had started was killed. Let them use less, or deploy with a larger memory(…).");
    }
}
