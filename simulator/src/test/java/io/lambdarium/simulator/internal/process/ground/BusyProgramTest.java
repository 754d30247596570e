// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.internal.process.ground.Listener.Cause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that somebody has open for writing, as a process that is just being started may have what its parent wrote. */
@Tag("processes")
class BusyProgramTest {

    @TempDir
    private Path directory;

    private Path program;

    @BeforeEach
    void writeProgram() throws IOException {
        program = Files.writeString(directory.resolve("bootstrap"), "#!/bin/sh\necho begun\n");
        assumeTrue(program.toFile().setExecutable(true, false), "files can be made executable");
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void it_is_executed_when_nobody_can_write_it_any_more(Isolation level) throws Exception {
        try (Plot plot = new Plot(level, Plot.site(List.of(program)));
                FileChannel writer = FileChannel.open(program, StandardOpenOption.WRITE)) {
            launch(plot);

            CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> close(writer));

            assertThat(plot.ear.linesBeforeExit()).containsExactly("begun");
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void it_is_not_waited_for_for_ever(Isolation level) throws Exception {
        try (Plot plot = new Plot(level, Plot.site(List.of(program)));
                FileChannel writer = FileChannel.open(program, StandardOpenOption.WRITE)) {
            launch(plot);

            assertThat(plot.ear.next(Heard.LaunchFailed.class))
                    .isEqualTo(new Heard.LaunchFailed(1, Cause.PROGRAM, "fork/exec " + program + ": text file busy"));
            assertThat(writer.isOpen()).isTrue();
        }
    }

    private void launch(Plot plot) {
        Launch.Command command = new Launch.Command(program.toString(), List.of(program.toString()));
        plot.ground.launch(new Launch(1, 1, command, "/", Map.of(), false));
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
