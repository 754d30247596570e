// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

    @TempDir
    private Path directory;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(directory.resolve("task"));
    }

    /** Nobody may write in what was unpacked, not even who has to clean up. */
    @AfterEach
    void removeRoot() throws IOException {
        Tree.delete(root);
    }

    @Test
    void everyone_is_granted_what_others_are_granted_on_lambda_and_nobody_may_write() throws IOException {
        unpack(new HandmadeZip()
                .file("bootstrap", 0755, "")
                .file("settings", 0644, "")
                .file("secret", 0600, "")
                .file("mine", 0700, "")
                .file("nobodys", 0, ""));

        assertThat(permissions("bootstrap")).isEqualTo("r-xr-xr-x");
        assertThat(permissions("settings")).isEqualTo("r--r--r--");
        assertThat(permissions("secret")).isEqualTo("---------");
        assertThat(permissions("mine")).isEqualTo("---------");
        assertThat(permissions("nobodys")).isEqualTo("---------");
    }

    @Test
    void a_file_from_where_modes_are_unknown_can_be_read_but_not_executed() throws IOException {
        unpack(new HandmadeZip()
                .madeOn(HandmadeZip.WINDOWS)
                .entry("bootstrap", 0, "")
                .entry("python.exe", 0100777, "")
                .entry("lib/", 0, ""));

        assertThat(permissions("bootstrap")).isEqualTo("r--r--r--");
        assertThat(permissions("python.exe")).isEqualTo("r--r--r--");
        assertThat(permissions("lib")).isEqualTo("r-xr-xr-x");
    }

    @Test
    void directories_have_their_modes_too_whether_they_were_packed_or_not() throws IOException {
        unpack(new HandmadeZip()
                .directory("private/", 0700)
                .file("private/x", 0644, "")
                .entry("bare", 0040755, "")
                .file("lib/python/x", 0644, ""));

        assertThat(permissions("private")).isEqualTo("---------");
        assertThat(permissions("bare")).isEqualTo("r-xr-xr-x");
        assertThat(permissions("lib")).isEqualTo("r-xr-xr-x");
        assertThat(permissions("lib/python")).isEqualTo("r-xr-xr-x");
        assertThat(permissions("")).isEqualTo("r-xr-xr-x");
    }

    @Test
    void permissions_without_a_type_are_those_of_a_file() throws IOException {
        unpack(new HandmadeZip().entry("bootstrap", 0755, "#!/bin/sh"));

        assertThat(root.resolve("bootstrap")).hasContent("#!/bin/sh");
    }

    @Test
    void of_two_entries_with_one_name_the_later_one_stays() throws IOException {
        unpack(new HandmadeZip()
                .file("x", 0644, "first")
                .file("x", 0755, "second")
                .link("y", "x")
                .file("y", 0644, "third"));

        assertThat(root.resolve("x")).hasContent("second");
        assertThat(root.resolve("y")).hasContent("third");
    }

    @Test
    void links_are_made_as_links() throws IOException {
        unpack(new HandmadeZip()
                .file("lib/libx.so.1", 0644, "x")
                .link("lib/libx.so", "libx.so.1")
                .link("bin", "./lib/../lib")
                .link("cache", "/tmp/cache"));

        assertThat(root.resolve("lib/libx.so")).isSymbolicLink().hasContent("x");
        assertThat(root.resolve("bin/libx.so.1")).hasContent("x");
        assertThat(Files.readSymbolicLink(root.resolve("cache"))).isEqualTo(Path.of("/tmp/cache"));
    }

    @Test
    void the_directory_itself_may_be_an_entry() throws IOException {
        unpack(new HandmadeZip().directory("./", 0755).file("./x", 0644, "x"));

        assertThat(root.resolve("x")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "lib/../../evil", "/evil", "//evil", "..", "lib/.."})
    void an_entry_that_leaves_the_directory_is_refused(String name) {
        assertThatThrownBy(
                        () -> unpack(new HandmadeZip().file("lib/x", 0644, "").file(name, 0644, "evil")))
                .isInstanceOf(ZipException.class)
                .hasMessage("its entry \"" + name + "\" leaves the directory that it is unpacked in");
        assertThat(directory.resolve("evil")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../task", "../../etc", "lib/../../x"})
    void a_relative_link_that_leaves_the_directory_is_refused(String target) {
        assertThatThrownBy(() -> unpack(new HandmadeZip().link("link", target)))
                .isInstanceOf(ZipException.class)
                .hasMessageStartingWith("its entry \"link\" is a symbolic link that leaves the directory");
    }

    @Test
    void nothing_is_written_through_a_link() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));

        assertThatThrownBy(() ->
                        unpack(new HandmadeZip().link("out", outside.toString()).file("out/evil", 0644, "evil")))
                .hasMessage("its entry \"out/evil\" leads through another one that is not a directory");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void a_link_is_replaced_and_not_written_to() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside"), "untouched");

        unpack(new HandmadeZip().link("out", outside.toString()).file("out", 0644, "evil"));

        assertThat(outside).hasContent("untouched");
        assertThat(Files.isRegularFile(root.resolve("out"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void what_lambda_has_no_use_for_is_refused() {
        assertThatThrownBy(() -> unpack(new HandmadeZip().entry("pipe", 0010644, "")))
                .hasMessage("its entry \"pipe\" is neither a file nor a directory nor a symbolic link");
        assertThatThrownBy(() -> unpack(new HandmadeZip().link("far", "x".repeat(5000))))
                .hasMessage("its entry \"far\" is a symbolic link to a path longer than any");
        assertThatThrownBy(() -> unpack(new HandmadeZip().file("a\0b", 0644, "")))
                .hasMessageStartingWith("its entry \"a\\u0000b\" has a name that no file can have here");
        assertThatThrownBy(() -> unpack(new HandmadeZip().link("a", "\0")))
                .hasMessage("its entry \"a\" is a symbolic link to a path that no file can have here");
    }

    @Test
    void a_name_cannot_write_what_it_likes_into_a_message() {
        assertThatThrownBy(() -> unpack(new HandmadeZip().file("../\u001b[31m\nevil", 0644, "")))
                .hasMessageContaining("\"../\\u001b[31m\\u000aevil\"");
    }

    private void unpack(HandmadeZip zip) throws IOException {
        Overlay overlay = new Overlay(root);
        try (Archive archive = Archive.open(zip.in(directory))) {
            archive.lay(overlay);
        }
        overlay.close();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(name)));
    }
}
