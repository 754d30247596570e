// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("processes")
class RemainsTest {

    private static final long PATIENCE = 10_000;

    /** A grandchild in the group, a daemon in a session of its own, and one that nobody is the parent of. */
    private static final String FAMILY =
            "sleep 1000 & setsid sleep 1001 & (setsid sh -c 'sleep 1002 & sleep 1003' &); echo ready; ";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void nobody_is_left_when_the_ground_ends(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        try (Plot plot = on(level, leash)) {
            plot.launch(leash.hold() + FAMILY + "wait");
            plot.ear.line();
        }

        leash.awaitSlack(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void nobody_is_left_when_the_last_participant_has_exited(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        try (Plot plot = on(level, leash)) {
            plot.launch(leash.hold() + FAMILY + "exit 3");

            assertThat(plot.ear.exit()).isEqualTo(Exit.status(3));
            leash.awaitSlack(PATIENCE);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void those_whom_others_may_need_are_left_until_the_ground_is_emptied(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        try (Plot plot = on(level, leash)) {
            plot.launch(1, "echo ready; exec sleep 1000");
            plot.ear.line();
            plot.launch(2, leash.hold() + FAMILY + "exit 0");
            plot.ear.exit();
            assertThat(leash.isHeld()).isTrue();

            plot.ground.empty();

            leash.awaitSlack(PATIENCE);
            assertThat(plot.ear.exit()).isEqualTo(Exit.by(Signal.SIGKILL));
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void at_the_kill_those_in_its_session_go_as_well(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        try (Plot plot = on(level, leash)) {
            plot.launch(leash.hold() + "sleep 1000 & (sleep 1001; echo) & echo ready; wait");
            plot.ear.line();

            plot.signal(Signal.SIGKILL);

            assertThat(plot.ear.exit()).isEqualTo(Exit.by(Signal.SIGKILL));
            leash.awaitSlack(PATIENCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void files_in_tmp_outlive_whoever_made_them_and_end_with_the_ground(Isolation level) throws Exception {
        Path tmp;
        try (Plot plot = new Plot(level)) {
            tmp = plot.ground.tmp().orElse(Path.of("/tmp"));
            String file = tmp.resolve("counter") + "-" + directory.getFileName();
            plot.launch("echo 1 > " + file);
            plot.ear.exit();
            plot.ground.empty();

            plot.launch(2, 2, "cat " + file);

            assertThat(plot.ear.linesBeforeExit()).containsExactly("1");
            assertThat(Path.of(file))
                    .satisfies(it -> assertThat(Files.exists(it))
                            .isEqualTo(plot.ground.tmp().isPresent()));
        }
        assertThat(Files.exists(tmp)).isEqualTo(level == Isolation.NAMESPACES);
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void whoever_loses_its_keeper_counts_as_killed(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        try (Plot plot = on(level, leash)) {
            plot.launch(leash.hold() + "sleep 1000 & echo ready; wait");
            plot.ear.line();

            plot.ground.destroy();

            assertThat(plot.ear.exit().words()).isEqualTo("signal: killed");
            assertThat(plot.ground.isBroken()).isTrue();
            leash.awaitSlack(PATIENCE);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "GROUPS")
    void who_lost_its_keeper_leaves_no_daemon_and_no_file_and_nothing_unsaid(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        Path tmp;
        try (Plot plot = on(level, leash)) {
            tmp = plot.ground.tmp().orElseThrow();
            String script = leash.hold() + FAMILY + "printf 'forked\\nunfinished'; wait";
            Map<String, String> variables = Map.of("TMPDIR", tmp + "/", "PATH", "/usr/bin:/bin");
            plot.ground.launch(new Launch(1, 1, Plot.shell(script), Plot.HERE.toString(), variables, false));
            plot.ear.line();
            plot.ear.line();

            plot.ground.destroy();

            assertThat(plot.ear.line()).isEqualTo("unfinished");
            leash.awaitSlack(PATIENCE);
        }
        assertThat(tmp.getParent()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "GROUPS")
    void a_keeper_that_is_asked_to_end_takes_everybody_along(Isolation level) throws Exception {
        Leash leash = new Leash(directory);
        try (Plot plot = on(level, leash)) {
            plot.launch(leash.hold() + FAMILY + "kill -TERM $PPID; wait");

            assertThat(plot.ear.exit().words()).isEqualTo("signal: killed");
            leash.awaitSlack(PATIENCE);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void nothing_hangs_without_a_keeper(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("echo ready; exec sleep 1000");
            plot.ear.line();
            plot.ground.destroy();
            Exit lost = plot.ear.exit();

            plot.launch(2, "echo never");
            plot.signal(Signal.SIGKILL);
            plot.ground.rest(true);

            assertThat(lost.detail()).startsWith("its keeper ended: ");
            assertThat(plot.ear.upTo(Heard.Exited.class))
                    .contains(new Heard.Exited(2, lost))
                    .noneMatch(Heard.Wrote.class::isInstance);
        }
    }

    private static Plot on(Isolation level, Leash leash) {
        return new Plot(level, Plot.site(List.of(leash.path())));
    }
}
