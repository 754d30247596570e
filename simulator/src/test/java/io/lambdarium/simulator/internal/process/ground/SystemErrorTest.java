// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemErrorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot run program \"x\": error=2, No such file or directory",
                "Cannot run program \"x\": Exec failed, error: 2 (No such file or directory)",
                "Cannot run program \"x\": error=2, Datei oder Verzeichnis nicht gefunden",
                "Cannot run program \"x\": Exec failed, error: 2 (Aucun fichier ou dossier de ce nom)"
            })
    void it_has_the_same_words_in_every_java_and_every_language(String message) {
        assertThat(SystemError.in(new IOException(message))).contains(new SystemError(2, "no such file or directory"));
    }

    @Test
    void what_is_not_among_the_known_ones_keeps_the_words_of_the_system() {
        assertThat(SystemError.in(new IOException("error=40, Too many levels of symbolic links")))
                .contains(new SystemError(40, "too many levels of symbolic links"));
    }

    @Test
    void other_failures_are_none_of_the_systems() {
        assertThat(SystemError.in(new IOException("closed"))).isEmpty();
        assertThat(SystemError.in(new IOException())).isEmpty();
    }
}
