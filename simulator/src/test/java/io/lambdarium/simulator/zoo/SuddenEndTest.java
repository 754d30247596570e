// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.internal.deployment.Writing;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** JVMs that end without a word, while an environment with three extensions lives in them. Source: lifecycle §9.6, L-105. */
@Isolated("a second is short while everybody else is busy")
@WithProcesses(tools = Tool.PERL)
class SuddenEndTest {

    @AutoClose
    private final Den den = Den.dug();

    @TempDir
    private Path files;

    @Test
    void nothing_is_left_a_second_after_the_JVM_was_killed() throws Exception {
        Process jvm = doom();
        Census all = all(jvm);

        jvm.destroyForcibly().waitFor();

        assertThat(all.processes()).hasSizeGreaterThan(5);
        assertThat(all.awaitEnd(Cage.A_SECOND).running()).isEmpty();
        assertThat(files).isEmptyDirectory();
    }

    @Test
    void nothing_is_left_a_second_after_the_JVM_was_halted() throws Exception {
        Process jvm = doom();
        Census all = all(jvm);

        jvm.getOutputStream().write('\n');
        jvm.getOutputStream().flush();
        jvm.waitFor();

        assertThat(all.processes()).hasSizeGreaterThan(5);
        assertThat(all.awaitEnd(Cage.A_SECOND).running()).isEmpty();
        assertThat(files).isEmptyDirectory();
    }

    private Process doom() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + files));
        Optional.ofNullable(System.getProperty("lambdarium.isolation"))
                .ifPresent(level -> command.add("-Dlambdarium.isolation=" + level));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Doomed.class.getName()));
        command.add(den.folder().toString());
        return Writing.interruptedBy(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)::start);
    }

    /** The JVM, and all processes that it says it has. */
    private static Census all(Process jvm) {
        Stream<Long> children = jvm.inputReader()
                .lines()
                .takeWhile(line -> !line.equals(Doomed.READY))
                .map(Long::valueOf);
        return Census.of(Stream.concat(Stream.of(jvm.pid()), children).toList());
    }
}
