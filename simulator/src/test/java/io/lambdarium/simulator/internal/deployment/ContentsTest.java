// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.SimulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {

    @TempDir
    private Path directory;

    @Test
    void each_content_is_made_once_however_many_ask_at_once() {
        Contents contents = new Contents(directory);
        AtomicInteger made = new AtomicInteger();
        Set<Path> given = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 100)
                .parallel()
                .forEach(ask -> given.add(contents.get("content", fresh -> made.incrementAndGet())));

        assertThat(made).hasValue(1);
        assertThat(given).hasSize(1);
    }

    @Test
    void a_content_that_could_not_be_made_is_tried_again() {
        Contents contents = new Contents(directory);
        assertThatThrownBy(() -> contents.get("content", fresh -> {
                    Files.writeString(fresh.resolve("half"), "half");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("java.io.tmpdir");

        Path made = contents.get("content", fresh -> Files.writeString(fresh.resolve("whole"), "whole"));

        assertThat(made).isDirectoryContaining("glob:**whole").isDirectoryNotContaining("glob:**half");
    }

    @Test
    void all_simulators_of_a_jvm_share_them() {
        assertThat(Contents.shared()).isSameAs(Contents.shared());
    }
}
