// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.SimulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class MachineTest {

    private static final Optional<Path> NONE = Optional.empty();

    @TempDir
    private Path directory;

    @Test
    void without_perl_processes_are_plain() {
        Machine machine = new Machine(NONE, Executable.named("bwrap"));

        assertThat(machine.best()).isEqualTo(Isolation.PLAIN);
        assertThat(machine.lackFor(Isolation.NAMESPACES))
                .hasValue("there is no perl on the PATH. Install Perl 5.10 or newer");
        assertThat(machine.lackFor(Isolation.PLAIN)).isEmpty();
    }

    @Test
    void without_bubblewrap_there_are_groups() {
        Machine machine = new Machine(perl(), NONE);

        assertThat(machine.best()).isEqualTo(Isolation.GROUPS);
        assertThat(machine.lackFor(Isolation.NAMESPACES))
                .hasValue("there is no bwrap on the PATH. Install bubblewrap 0.5 or newer, on Linux");
    }

    /** As a timeout of JUnit does; what is found out then holds for all tests of the JVM. */
    @Test
    void an_interrupt_does_not_hide_what_there_is() {
        Thread.currentThread().interrupt();
        Machine machine = new Machine(perl(), NONE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(machine.best()).isEqualTo(Isolation.GROUPS);
    }

    @Test
    void a_perl_that_does_not_work_is_of_no_use() throws IOException {
        Machine machine = new Machine(Optional.of(script("perl", "echo 'no such thing' >&2; exit 9")), NONE);

        assertThat(machine.best()).isEqualTo(Isolation.PLAIN);
        assertThat(machine.lackFor(Isolation.GROUPS)).get().asString().contains("(no such thing, exit code 9)");
    }

    @Test
    void where_namespaces_are_denied_that_is_said_in_the_systems_words() throws IOException {
        Path denied = script("bwrap", "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1");
        Machine machine = new Machine(perl(), Optional.of(denied));

        assertThat(machine.best()).isEqualTo(Isolation.GROUPS);
        assertThat(machine.lackFor(Isolation.NAMESPACES))
                .get()
                .asString()
                .startsWith(denied + " cannot make namespaces here (bwrap: setting up uid map: Permission denied, exit"
                        + " code 1). Install bubblewrap 0.5 or newer, and allow user namespaces: ");
    }

    @Test
    void whoever_asks_for_what_is_not_there_is_told_what_to_do() {
        Optional<String> lack = Machine.tried().lackFor(Isolation.NAMESPACES);
        assumeTrue(lack.isPresent(), "this machine has it all");

        assertThatThrownBy(() -> new Grounds(Optional.of(Isolation.NAMESPACES)).isolation())
                .isInstanceOf(SimulatorException.class)
                .hasMessage("Cannot isolate processes by NAMESPACES: " + lack.orElseThrow()
                        + "; or take the best level that there is, by not asking for one.");
    }

    private Optional<Path> perl() {
        Optional<Path> perl = Executable.named("perl");
        assumeTrue(perl.isPresent(), "there is no perl");
        return perl;
    }

    private Path script(String name, String content) throws IOException {
        Path script = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + content + "\n");
        assumeTrue(script.toFile().setExecutable(true));
        return script;
    }
}
