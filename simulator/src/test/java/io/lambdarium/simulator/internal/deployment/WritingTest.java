// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WritingTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void a_process_is_not_started_before_what_is_being_written_is() throws Exception {
        CompletableFuture<Process> started = new CompletableFuture<>();

        Writing.of(() -> {
            started.completeAsync(WritingTest::start);
            assertThatThrownBy(() -> started.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });

        assertThat(started.get(10, TimeUnit.SECONDS).waitFor()).isZero();
    }

    @Test
    void who_cannot_write_keeps_nobody_from_starting() throws Exception {
        assertThatThrownBy(() -> Writing.of(() -> {
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(start().waitFor()).isZero();
    }

    private static Process start() {
        try {
            return Writing.interruptedBy(new ProcessBuilder(JAVA, "-version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)::start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
