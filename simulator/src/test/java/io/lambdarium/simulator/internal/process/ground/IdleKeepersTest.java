// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class IdleKeepersTest {

    private static final int CROWD = 6;

    @TempDir
    private Path directory;

    private final Queue<Keeper> started = new ConcurrentLinkedQueue<>();
    private final IdleKeepers idle = new IdleKeepers(this::start);
    private int grounds;

    private Keeper start() {
        Keeper keeper = Keeper.inGroups(Machine.tried().perl());
        started.add(keeper);
        return keeper;
    }

    @BeforeEach
    void requireKeepers() {
        Plot.assume(Isolation.GROUPS);
    }

    @AfterEach
    void close() {
        started.forEach(Keeper::close);
    }

    @Test
    void whoever_has_swept_keeps_the_next_environment() throws Exception {
        live("echo one");

        assertThat(live("echo two")).containsExactly("two");

        assertThat(started).hasSize(1);
    }

    @Test
    void who_lived_there_before_has_left_neither_files_nor_processes() throws Exception {
        Leash leash = new Leash(directory);
        live(leash.hold() + "(setsid sleep 1000 &); echo left > $TMPDIR/behind");

        assertThat(live("ls $TMPDIR/..; ls $TMPDIR")).containsExactly("tmp");

        leash.awaitSlack(10_000);
    }

    @Test
    void each_environment_is_weighed_anew() throws Exception {
        Ear greedy = new Ear();
        Ground first = begin(greedy, eating(100));
        greedy.line();
        end(first);
        Ear modest = new Ear();
        Ground second = begin(modest, eating(10));
        List<Heard> told = new ArrayList<>(modest.upTo(Heard.Wrote.class));

        second.rest(true);

        told.addAll(0, modest.upTo(Heard.Rested.class));
        assertThat(told)
                .filteredOn(Heard.Used.class::isInstance)
                .isNotEmpty()
                .allSatisfy(heard -> assertThat(((Heard.Used) heard).bytes()).isLessThan(50 << 20));
        end(second);
    }

    @Test
    void an_order_that_comes_too_late_does_not_reach_the_next_environment() throws Exception {
        Ground first = begin(new Ear(), "echo ready");
        end(first);
        Ear ear = new Ear();
        Ground second = begin(ear, "echo ready; exec sleep 1000");
        ear.line();

        first.signal(1, Signal.SIGKILL);
        first.empty();
        first.end();
        second.signal(1, Signal.SIGTERM);

        assertThat(ear.exit()).isEqualTo(Exit.by(Signal.SIGTERM));
        end(second);
    }

    @Test
    void who_was_killed_while_it_waited_is_replaced() throws Exception {
        live("echo one");
        Keeper dead = started.remove();
        dead.destroy();
        Ending.of(dead);

        assertThat(live("echo two")).containsExactly("two");

        assertThat(started).hasSize(1);
    }

    @Test
    void of_a_crowd_only_some_wait_for_another() throws Exception {
        List<Ground> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Ear ear = new Ear();
            crowd.add(begin(ear, "echo ready"));
            ear.exit();
        }

        crowd.forEach(IdleKeepersTest::end);

        long waiting = 0;
        for (Keeper next = idle.take().get();
                started.size() == CROWD;
                next = idle.take().get()) {
            assertThat(next.isAlive()).isTrue();
            waiting++;
        }
        assertThat(waiting).isEqualTo(4);
    }

    /** Takes that many megabytes, says so, and waits. */
    private static String eating(int megabytes) {
        return "exec perl -e '$| = 1; $x = \"x\" x (" + megabytes + " << 20); print \"full\\n\"; sleep 1000'";
    }

    /** A life in which that script is executed; what it says. */
    private List<String> live(String script) throws InterruptedException {
        Ear ear = new Ear();
        Ground ground = begin(ear, script);
        List<String> said = ear.linesBeforeExit();
        end(ground);
        return said;
    }

    private Ground begin(Ear ear, String script) {
        Path home = directory.resolve(Integer.toString(++grounds));
        Ground ground = new KeptGround(Plot.site(List.of()).in(home), idle.take(), ear, idle);
        Map<String, String> variables = Map.of("TMPDIR", home.resolve("tmp").toString(), "PATH", "/usr/bin:/bin");
        ground.launch(new Launch(1, 1, Plot.shell(script), Plot.HERE.toString(), variables, false));
        return ground;
    }

    private static void end(Ground ground) {
        ground.end();
        ground.ended().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
