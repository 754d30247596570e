// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of code and layers that Lambda would not take. */
class RefusalTest {

    private static final int LIMIT = 262_144_000;

    @TempDir
    private Path directory;

    @TempDir
    private Path unpacked;

    @Test
    void code_that_is_not_there_is_named() {
        Path code = directory.resolve("target/code.zip");

        assertRefused(function("greeter").code(code))
                .hasMessage("Cannot deploy function \"greeter\" with code(" + code + "): there is nothing at " + code
                        + ". Build it before, or correct the path.");
    }

    @Test
    void a_layer_that_is_not_there_is_named() {
        assertRefused(function("greeter").layer(Path.of("target/no-layer")))
                .hasMessageStartingWith(
                        "Cannot deploy function \"greeter\" with layer(target/no-layer): there is nothing at /");
    }

    @Test
    void a_program_is_no_archive() throws IOException {
        Path program = Files.writeString(directory.resolve("bootstrap"), "#!/bin/sh\necho hello\n");

        assertRefused(function("greeter").code(program))
                .hasMessageContaining(
                        "Lambda says \"Could not unzip uploaded file. Please check your file, then try to upload again.\"")
                .hasMessageContaining("it is not a ZIP, or its end is missing")
                .hasMessageContaining("runtime(process(…))");
    }

    @Test
    void an_archive_without_entries_is_refused() {
        assertRefused(function("greeter").code(new HandmadeZip().in(directory)))
                .hasMessageContaining("Lambda says \"Uploaded file must be a non-empty zip\"");
    }

    @Test
    void an_entry_that_leaves_its_directory_is_named_with_its_archive() {
        Path evil = new HandmadeZip().file("../../evil", 0644, "evil").in(directory);

        assertRefused(function("greeter").layer(evil))
                .hasMessageContaining("layer(" + evil + ")")
                .hasMessageContaining("its entry \"../../evil\" leaves the directory that it is unpacked in");
        assertThat(unpacked).isEmptyDirectory();
    }

    @Test
    void an_archive_that_is_too_large_is_refused_before_it_is_unpacked() {
        Path bomb =
                new HandmadeZip().exaggerating(LIMIT).file("zeros", 0644, "").in(directory);

        assertRefused(function("greeter").code(bomb))
                .hasMessageContaining("Lambda says \"Unzipped size must be smaller than 262144000 bytes\"");
    }

    @Test
    void an_archive_that_conceals_its_size_is_refused_too() {
        Path bomb = new HandmadeZip()
                .exaggerating(-1000)
                .file("zeros", 0644, "0".repeat(1001))
                .in(directory);

        assertRefused(function("greeter").code(bomb))
                .hasMessageContaining("its entry \"zeros\" holds more than the archive tells of it");
    }

    @Test
    void many_large_entries_cannot_make_a_small_archive() {
        HandmadeZip zip = new HandmadeZip().exaggerating(Integer.MAX_VALUE);
        for (int number = 0; number < 10; number++) {
            zip.file("f" + number, 0644, "");
        }

        assertRefused(function("greeter").code(zip.in(directory)))
                .hasMessageContaining("and it has " + 10L * Integer.MAX_VALUE);
    }

    @Test
    void a_directory_is_measured_as_well() throws IOException {
        assertRefused(function("greeter").code(folderOf(LIMIT)))
                .hasMessageContaining("Unzipped size must be smaller than 262144000 bytes");
    }

    @Test
    void code_and_layers_are_measured_together() throws IOException {
        assertRefused(function("greeter").code(folderOf(LIMIT - 1)).layer(folderOf(2)))
                .hasMessageContaining(
                        "Lambda says \"Function code combined with layers exceeds the maximum allowed size of "
                                + "262144000 bytes. The actual size is 262144001 bytes.\"");
    }

    @Test
    void what_is_just_small_enough_is_taken() throws IOException {
        Path code = folderOf(LIMIT - 1);

        Installation installation = install(function("greeter").code(code).layer(folderOf(1)));

        assertThat(installation.task()).contains(code);
    }

    private AbstractThrowableAssert<?, ?> assertRefused(LambdaFunction function) {
        return assertThatThrownBy(() -> install(function)).isInstanceOf(SimulatorException.class);
    }

    private Installation install(LambdaFunction function) {
        return Installer.install(function, () -> new Contents(unpacked));
    }

    /** With a file of so many bytes, which need no room. */
    private Path folderOf(int size) throws IOException {
        Path folder = Files.createTempDirectory(directory, "folder");
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("zeros").toFile(), "rw")) {
            file.setLength(size);
        }
        return folder;
    }
}
