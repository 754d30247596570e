// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("processes")
class KilledJvmTest {

    private static final long ONE_SECOND = 1_000;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void nothing_is_left_one_second_after_a_jvm_was_killed(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        Process jvm = start(level, leash, "live");
        try (WatchService watch = watch(Files.createDirectories(directory.resolve("tmp")))) {
            awaitReady(jvm);

            jvm.destroyForcibly();

            leash.awaitSlack(ONE_SECOND);
            awaitEmpty(watch, directory.resolve("tmp"));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void nothing_is_left_one_second_after_a_jvm_has_halted(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        Process jvm = start(level, leash, "halt");
        try (WatchService watch = watch(Files.createDirectories(directory.resolve("tmp")))) {
            awaitReady(jvm);

            assertThat(jvm.waitFor()).isEqualTo(3);

            leash.awaitSlack(ONE_SECOND);
            awaitEmpty(watch, directory.resolve("tmp"));
        }
    }

    private Process start(Isolation level, Leash leash, String end) throws IOException {
        Plot.assume(level);
        Path tmp = Files.createDirectories(directory.resolve("tmp"));
        return Writing.interruptedBy(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + tmp,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledJvm.class.getName(),
                        level.name(),
                        leash.path().toString(),
                        end)
                .redirectError(ProcessBuilder.Redirect.INHERIT)::start);
    }

    private static void awaitReady(Process jvm) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).isEqualTo("ready");
    }

    private static WatchService watch(Path tmp) throws IOException {
        WatchService watch = FileSystems.getDefault().newWatchService();
        tmp.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
        return watch;
    }

    private static void awaitEmpty(WatchService watch, Path tmp) throws Exception {
        while (!isEmpty(tmp)) {
            WatchKey key = watch.poll(ONE_SECOND, TimeUnit.MILLISECONDS);
            assertThat(key).as("a file less in %s", tmp).isNotNull();
            key.pollEvents();
            key.reset();
        }
    }

    private static boolean isEmpty(Path tmp) throws IOException {
        try (Stream<Path> left = Files.list(tmp)) {
            return left.noneMatch(path -> path.getFileName().toString().startsWith("lambdarium-"));
        }
    }
}
