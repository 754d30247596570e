// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static io.lambdarium.simulator.Bootstrap.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "A=B", "A\0B"})
    void a_variable_has_a_name_that_a_process_can_find(String name) {
        assertRefused(
                () -> process("program").env(name, "x"), "a name is not empty, and has no equals sign and no NUL");
    }

    @Test
    void no_text_for_a_process_has_a_nul_in_it() {
        assertRefused(() -> process("program").env("A", "x\0y"), "\"A\" to a value with a NUL in it");
        assertRefused(() -> process("program", "x\0y"), "\"program\" with a NUL in its arguments");
        assertRefused(() -> process("pro\0gram"), "no file can have that path");
        assertRefused(() -> process(""), "no file can have that path");
    }

    @Test
    void a_path_is_one_of_this_machine_and_a_text_may_be_a_name() {
        assertThat(process(Path.of("ls")).program())
                .isEqualTo(Path.of("ls").toAbsolutePath().toString());
        assertThat(process("ls").program()).isEqualTo("ls");
    }

    private static void assertRefused(ThrowingCallable use, String words) {
        assertThatThrownBy(use)
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\0");
    }
}
