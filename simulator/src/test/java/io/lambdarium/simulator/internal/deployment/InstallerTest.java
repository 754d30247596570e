// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {

    @TempDir
    private Path directory;

    private Path unpacked;

    @BeforeEach
    void makeDirectory() throws IOException {
        unpacked = Files.createDirectory(directory.resolve("unpacked"));
    }

    @AfterEach
    void removeDirectory() throws IOException {
        Tree.delete(unpacked);
    }

    @Test
    void a_directory_is_used_as_it_is() throws IOException {
        Path code = folder("code", "bootstrap");
        Path layer = folder("layer", "extensions/flusher");

        Installation installation = install(function("greeter").code(code).layer(layer));

        assertThat(installation.task()).contains(code);
        assertThat(installation.opt()).contains(layer);
        assertThat(unpacked).isEmptyDirectory();
    }

    @Test
    void an_archive_is_unpacked_once_for_each_content() {
        Path one = new HandmadeZip().file("bootstrap", 0755, "one").in(directory);
        Path same = new HandmadeZip().file("bootstrap", 0755, "one").in(directory);
        Path other = new HandmadeZip().file("bootstrap", 0755, "other").in(directory);
        Contents contents = new Contents(unpacked);

        Path task = taskOf(one, contents);

        assertThat(task.resolve("bootstrap")).hasContent("one");
        assertThat(taskOf(same, contents)).isEqualTo(task);
        assertThat(taskOf(other, contents)).isNotEqualTo(task);
    }

    @Test
    void a_later_layer_is_laid_over_an_earlier_one() throws IOException {
        Path first = new HandmadeZip()
                .file("bin/tool", 0755, "first")
                .file("bin/first", 0755, "first")
                .in(directory);
        Path second = folder("second", "bin/tool", "bin/second");

        Path opt = install(function("greeter").layer(first).layer(second)).opt().orElseThrow();

        assertThat(opt.resolve("bin/tool")).hasContent("second");
        assertThat(opt.resolve("bin/first")).hasContent("first");
        assertThat(opt.resolve("bin/second")).hasContent("second");
    }

    @Test
    void a_later_layer_may_have_a_directory_where_an_earlier_one_has_a_link_or_a_file() throws IOException {
        Path first = new HandmadeZip()
                .link("lib", directory.toString())
                .file("bin", 0755, "file")
                .file("etc/x", 0644, "x")
                .in(directory);
        Path second = new HandmadeZip()
                .file("lib/x", 0644, "x")
                .file("bin/x", 0644, "x")
                .file("etc", 0644, "file")
                .in(directory);

        Path opt = install(function("greeter").layer(first).layer(second)).opt().orElseThrow();

        assertThat(Files.isDirectory(opt.resolve("lib"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(opt.resolve("bin/x")).hasContent("x");
        assertThat(opt.resolve("etc")).hasContent("file");
        assertThat(directory.resolve("x")).doesNotExist();
    }

    @Test
    void links_in_a_directory_are_merged_as_links() throws IOException {
        Path first = folder("first", "lib/libx.so.1");
        Files.createSymbolicLink(first.resolve("lib/libx.so"), Path.of("libx.so.1"));

        Path opt = install(function("greeter").layer(first).layer(folder("second", "x")))
                .opt()
                .orElseThrow();

        assertThat(opt.resolve("lib/libx.so")).isSymbolicLink().hasContent("first");
    }

    @Test
    void nobody_may_write_what_was_merged_and_may_do_all_else_as_before() throws IOException {
        Path first = folder("first", "bin/tool");
        Files.setPosixFilePermissions(first.resolve("bin/tool"), PosixFilePermissions.fromString("rwxrw-r--"));

        Path opt = install(function("greeter").layer(first).layer(folder("second", "x")))
                .opt()
                .orElseThrow();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opt.resolve("bin/tool"))))
                .isEqualTo("r-xr--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opt.resolve("bin"))))
                .isEqualTo("r-xr-xr-x");
    }

    @Test
    void layers_that_changed_are_merged_anew() throws IOException {
        Contents contents = new Contents(unpacked);
        Path first = folder("first", "bin/tool");
        LambdaFunction layered = function("greeter").layer(first).layer(folder("second", "x"));

        Path before = optOf(layered, contents);
        Path again = optOf(layered, contents);
        Files.writeString(first.resolve("bin/tool"), "something longer");
        Path after = optOf(layered, contents);

        assertThat(again).isEqualTo(before);
        assertThat(before.resolve("bin/tool")).hasContent("first");
        assertThat(after.resolve("bin/tool")).hasContent("something longer");
    }

    @Test
    void layers_whose_modes_changed_are_merged_anew() throws IOException {
        Contents contents = new Contents(unpacked);
        Path first = folder("first", "extensions/flusher");
        LambdaFunction layered = function("greeter").layer(first).layer(folder("second", "x"));
        optOf(layered, contents);

        Files.setPosixFilePermissions(
                first.resolve("extensions/flusher"), PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(optOf(layered, contents).resolve("extensions/flusher")).isExecutable();
    }

    @Test
    void a_function_without_files_has_none() {
        Installation installation = install(function("greeter").runtime(process("/bin/true")));

        assertThat(installation.task()).isEmpty();
        assertThat(installation.opt()).isEmpty();
    }

    private Installation install(LambdaFunction function) {
        return Installer.install(function, () -> new Contents(unpacked));
    }

    private static Path taskOf(Path code, Contents contents) {
        return Installer.install(function("greeter").code(code), () -> contents)
                .task()
                .orElseThrow();
    }

    private static Path optOf(LambdaFunction function, Contents contents) {
        return Installer.install(function, () -> contents).opt().orElseThrow();
    }

    /** Files that hold the name of the directory. */
    private Path folder(String name, String... files) throws IOException {
        Path folder = directory.resolve(name);
        for (String file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), name);
        }
        return folder;
    }
}
