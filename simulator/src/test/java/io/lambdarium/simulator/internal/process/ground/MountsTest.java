// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.internal.deployment.Writing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As in {@code /opt}, where this machine may have a Java, and the layers of the function theirs. */
@Tag("processes")
class MountsTest {

    @TempDir
    private Path directory;

    private Path place;
    private Path layer;

    @BeforeEach
    void make() throws Exception {
        Plot.assume(Isolation.NAMESPACES);
        place = Files.createDirectories(directory.resolve("place"));
        layer = Files.createDirectories(directory.resolve("layer"));
    }

    @Test
    void a_layer_has_its_directory_beside_what_is_needed_there() throws Exception {
        write(place.resolve("java/openjdk/release"), "machine");
        write(place.resolve("java/lib/both"), "machine");
        write(place.resolve("other/file"), "machine");
        write(layer.resolve("java/lib/both"), "layer");
        write(layer.resolve("java/lib/more"), "layer");
        write(layer.resolve("bin/tool"), "layer");

        assertThat(seen(
                        List.of(place.resolve("java")),
                        "cd java && cat openjdk/release lib/both lib/more ../bin/tool; ls .."))
                .isEqualTo("machine layer layer layer bin java ");
    }

    @Test
    void a_link_of_a_layer_leads_to_where_it_leads_in_the_environment() throws Exception {
        write(place.resolve("needed"), "machine");
        write(layer.resolve("v1/file"), "layer");
        Files.createSymbolicLink(layer.resolve("current"), place.resolve("v1"));

        assertThat(seen(List.of(place.resolve("needed")), "cat current/file needed"))
                .isEqualTo("layer machine ");
    }

    private String seen(List<Path> kept, String script) throws Exception {
        Mounts mounts = new Mounts();
        mounts.add(Machine.tried().bubblewrap(), "--ro-bind", "/", "/", "--tmpfs", place.toString());
        mounts.layOver(layer, place, kept);
        mounts.add("--chdir", place.toString(), "/bin/sh", "-c", script);
        Process process = Writing.interruptedBy(new ProcessBuilder(mounts.command()).redirectErrorStream(true)::start);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace('\n', ' ');
    }

    private static void write(Path file, String text) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }
}
