// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final String LONG = "all work and no play ".repeat(10_000);

    @TempDir
    private Path directory;

    @Test
    void what_java_has_packed_is_read() throws IOException {
        Path packed = directory.resolve("packed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.setComment("made in Java");
            zip.putNextEntry(new ZipEntry("bin/tool"));
            zip.write(LONG.getBytes(StandardCharsets.UTF_8));
        }

        try (Archive archive = Archive.open(packed)) {
            assertThat(archive.size()).isEqualTo(LONG.length());
            assertThat(contentOf(archive, "bin/tool")).isEqualTo(LONG);
        }
    }

    @Test
    void more_entries_than_a_small_number_can_count_are_read() throws IOException {
        Path packed = directory.resolve("packed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(packed)))) {
            for (int number = 0; number <= 0xFFFF; number++) {
                zip.putNextEntry(new ZipEntry("f" + number));
            }
        }

        try (Archive archive = Archive.open(packed)) {
            assertThat(archive.entries()).hasSize(0x10000);
        }
    }

    @Test
    void numbers_too_large_for_their_fields_are_read() throws IOException {
        Path packed = new HandmadeZip()
                .file("a", 0644, "A")
                .large()
                .file("b", 0644, "B")
                .in(directory);

        try (Archive archive = Archive.open(packed)) {
            assertThat(archive.size()).isEqualTo(2);
            assertThat(contentOf(archive, "b")).isEqualTo("B");
        }
    }

    @Test
    void a_program_may_stand_before_the_archive() throws IOException {
        Path packed = directory.resolve("self-extracting");
        try (OutputStream file = Files.newOutputStream(packed)) {
            file.write("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
            file.write(new HandmadeZip().file("a", 0644, "A").bytes());
        }

        try (Archive archive = Archive.open(packed)) {
            assertThat(contentOf(archive, "a")).isEqualTo("A");
        }
    }

    @Test
    void the_same_bytes_have_the_same_fingerprint() throws IOException {
        assertThat(fingerprintOf("A")).isEqualTo(fingerprintOf("A")).isNotEqualTo(fingerprintOf("B"));
    }

    @Test
    void what_is_no_zip_is_refused() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), LONG);
        Path nothing = Files.createFile(directory.resolve("nothing"));

        assertThatThrownBy(() -> Archive.open(text)).hasMessage("it is not a ZIP, or its end is missing");
        assertThatThrownBy(() -> Archive.open(nothing)).hasMessage("it is not a ZIP, or its end is missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40, 60, 90})
    void what_lacks_its_beginning_is_refused(int missing) throws IOException {
        byte[] whole =
                new HandmadeZip().file("a", 0644, "A").file("b", 0644, "B").bytes();
        Path part = Files.write(directory.resolve("part"), Arrays.copyOfRange(whole, missing, whole.length));

        assertThatThrownBy(() -> readAll(part)).isInstanceOf(ZipException.class);
    }

    /** Whatever a broken archive says, it is refused as one, or was not broken where it matters. */
    @Test
    void no_broken_byte_does_harm() throws IOException {
        byte[] whole = new HandmadeZip()
                .file("a", 0644, "A")
                .large()
                .file("b", 0644, "B")
                .bytes();
        Path broken = directory.resolve("broken");

        for (int at = 0; at < whole.length; at++) {
            for (int value : new int[] {0x00, 0x7F, 0xFF}) {
                byte[] changed = whole.clone();
                changed[at] = (byte) value;
                Files.write(broken, changed);
                assertThat(failureOf(broken)).matches(e -> e == null || e instanceof ZipException, at + ": " + value);
            }
        }
    }

    @Test
    void entries_that_nobody_can_read_are_refused() {
        assertThatThrownBy(() -> readAll(
                        new HandmadeZip().marked(1, 0).file("a", 0644, "A").in(directory)))
                .hasMessage("its entry \"a\" is encrypted");
        assertThatThrownBy(() -> readAll(
                        new HandmadeZip().marked(0, 12).file("a", 0644, "A").in(directory)))
                .hasMessage("its entry \"a\" is compressed by method 12, which is neither stored nor deflated");
        assertThatThrownBy(() -> readAll(new HandmadeZip()
                        .entry(new byte[] {(byte) 0xFF}, 0100644, new byte[0])
                        .in(directory)))
                .hasMessage("the name of an entry is not UTF-8");
    }

    @Test
    void entries_that_are_not_what_the_archive_tells_are_refused() throws IOException {
        byte[] forged = new HandmadeZip().file("a", 0644, "GENUINE").bytes();
        forged[31 + 1] = 'e';
        Path other = Files.write(directory.resolve("other"), forged);

        assertThatThrownBy(() -> readAll(
                        new HandmadeZip().exaggerating(-1).file("a", 0644, "A").in(directory)))
                .hasMessage("its entry \"a\" holds more than the archive tells of it");
        assertThatThrownBy(() -> readAll(
                        new HandmadeZip().exaggerating(1).file("a", 0644, "A").in(directory)))
                .hasMessage("its entry \"a\" holds less than the archive tells of it");
        assertThatThrownBy(() -> readAll(other)).hasMessage("its entry \"a\" has another checksum");
    }

    @Test
    void what_is_deflated_wrongly_is_refused() {
        Path packed =
                new HandmadeZip().marked(0, 8).file("a", 0644, "not deflated").in(directory);
        Path cutOff =
                new HandmadeZip().marked(0, 8).entry("a", 0100644, "\u0004").in(directory);

        assertThatThrownBy(() -> readAll(packed)).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> readAll(cutOff)).isInstanceOf(ZipException.class);
    }

    private String fingerprintOf(String text) throws IOException {
        try (Archive archive =
                Archive.open(new HandmadeZip().file("a", 0644, text).in(directory))) {
            return archive.fingerprint();
        }
    }

    private static Throwable failureOf(Path packed) {
        try {
            readAll(packed);
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    private static void readAll(Path packed) throws IOException {
        try (Archive archive = Archive.open(packed)) {
            for (ArchiveEntry entry : archive.entries()) {
                archive.copy(entry, OutputStream.nullOutputStream());
            }
        }
    }

    private static String contentOf(Archive archive, String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (ArchiveEntry entry : archive.entries()) {
            if (entry.name().equals(name)) {
                archive.copy(entry, content);
            }
        }
        return content.toString(StandardCharsets.UTF_8);
    }
}
