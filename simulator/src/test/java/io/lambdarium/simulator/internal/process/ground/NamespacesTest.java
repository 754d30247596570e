// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.internal.deployment.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class NamespacesTest {

    @TempDir
    private Path directory;

    @Test
    void code_and_layers_are_where_production_has_them() throws Exception {
        Path code = Files.createDirectories(directory.resolve("code"));
        Files.writeString(code.resolve("handler.txt"), "code\n");
        Path layers = Files.createDirectories(directory.resolve("layers/bin"));
        Files.writeString(layers.resolve("tool.txt"), "tool\n");

        assertThat(said(site(Optional.of(code), Optional.of(layers.getParent())), "cat handler.txt /opt/bin/tool.txt"))
                .containsExactly("code", "tool");
    }

    @Test
    void a_function_without_files_finds_empty_directories() throws Exception {
        assertThat(said(site(Optional.empty(), Optional.empty()), "ls -A /var/task /var/runtime /opt /tmp"))
                .containsExactlyInAnyOrder("/opt:", "", "/tmp:", "", "/var/runtime:", "", "/var/task:");
    }

    @Test
    void only_tmp_can_be_written_to() throws Exception {
        assertThat(
                        said(
                                site(Optional.of(directory), Optional.of(directory)),
                                "for d in / /var /var/task /opt /etc /dev/shm /tmp; do touch $d/x && echo $d; done 2> /dev/null"))
                .containsExactly("/tmp");
    }

    @Test
    void tmp_has_the_size_of_the_function() throws Exception {
        assertThat(said(
                        site(Optional.empty(), Optional.empty()),
                        "head -c 600m /dev/zero > /tmp/x 2> /dev/null || echo full; stat -c %s /tmp/x"))
                .containsExactly("full", String.valueOf(512L << 20));
    }

    @Test
    void the_user_is_lambdas_and_has_no_rights() throws Exception {
        assertThat(said(
                        site(Optional.empty(), Optional.empty()),
                        "id -u; id -g; id -G; awk '/CapEff|CapBnd|NoNewPrivs/ { print $2 }' /proc/self/status"))
                .containsExactly("993", "990", "990", "0000000000000000", "0000000000000000", "1");
    }

    @Test
    void no_process_of_others_can_be_seen() throws Exception {
        List<String> lines = said(
                site(Optional.empty(), Optional.empty()), "echo $$; cd /proc; echo [0-9]*; tr -d ' \\000' < 1/environ");

        assertThat(lines).containsExactly("2", "1 2");
    }

    @Test
    void the_keeper_cannot_be_killed_from_inside() throws Exception {
        assertThat(said(
                        site(Optional.empty(), Optional.empty()),
                        "kill -KILL 1; kill -TERM 1; kill -STOP 1; echo alive"))
                .containsExactly("alive");
    }

    @Test
    void files_and_processes_are_as_limited_as_in_production() throws Exception {
        assertThat(said(
                        site(Optional.empty(), Optional.empty()),
                        "ulimit -n; awk '/processes/ { print $3 }' /proc/self/limits"))
                .containsExactly("1024", "742");
    }

    @Test
    void what_is_needed_of_this_machine_can_be_read_even_in_tmp() throws Exception {
        Path file = Files.writeString(directory.resolve("needed"), "here\n");
        Site site = Plot.site(List.of(file));

        assertThat(said(site, "cat " + file)).containsExactly("here");
    }

    private static Site site(Optional<Path> task, Optional<Path> opt) {
        return new Site(
                new Installation(LambdaFunction.function("tested"), task, opt),
                OptionalLong.empty(),
                512,
                List::of,
                Optional.empty());
    }

    private static List<String> said(Site site, String script) throws InterruptedException {
        try (Plot plot = new Plot(Isolation.NAMESPACES, site)) {
            String cwd = site.installation().task().isPresent() ? "/var/task" : "/";
            plot.ground.launch(new Launch(1, 1, Plot.shell(script), cwd, Map.of("PATH", "/usr/bin:/bin"), false));
            return plot.ear.linesBeforeExit();
        }
    }
}
