// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.internal.deployment.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class SpareTest {

    private static final Spare.Kind ONE = new Spare.Kind(List.of("one"), List.of());
    private static final Spare.Kind OTHER = new Spare.Kind(List.of("other"), List.of());

    private final BlockingQueue<Keeper> started = new LinkedBlockingQueue<>();
    private final Queue<Keeper> all = new ConcurrentLinkedQueue<>();
    private final Spare spare = new Spare(kind -> start());

    private Keeper start() {
        Keeper keeper = Keeper.inGroups(Machine.tried().perl());
        started.add(keeper);
        all.add(keeper);
        return keeper;
    }

    @AfterEach
    void close() {
        all.forEach(Keeper::close);
    }

    @Test
    void whoever_comes_again_is_waited_for() throws Exception {
        requirePerl();
        spare.take(ONE).get();
        spare.take(ONE).get();
        started.clear();

        spare.provide(ONE);
        Keeper waiting = next();

        assertThat(spare.take(ONE).get()).isSameAs(waiting);
    }

    @Test
    void whoever_comes_once_is_not_waited_for_again() throws Exception {
        requirePerl();
        spare.take(ONE).get();
        spare.take(OTHER).get();
        started.clear();

        spare.provide(ONE);
        spare.provide(OTHER);

        spare.take(ONE).get();
        assertThat(started).hasSize(1);
    }

    @Test
    void one_kind_does_not_stand_in_for_another() throws Exception {
        requirePerl();
        spare.take(ONE).get();
        spare.take(ONE).get();
        spare.provide(ONE);
        started.clear();

        Keeper other = spare.take(OTHER).get();

        assertThat(spare.take(ONE).get()).isNotSameAs(other);
    }

    @Test
    void one_that_died_while_it_waited_is_replaced() throws Exception {
        requirePerl();
        spare.take(ONE).get();
        spare.take(ONE).get();
        started.clear();
        spare.provide(ONE);
        Keeper dead = next();
        dead.close();
        Ending.of(dead);

        assertThat(spare.take(ONE).get()).isNotSameAs(dead).returns(true, Keeper::isAlive);
    }

    @Test
    void a_directory_that_was_made_anew_is_another_kind(@TempDir Path directory) throws Exception {
        Path needed = Files.createDirectory(directory.resolve("code"));
        Site site = withCode(needed);
        Spare.Kind before = Bubblewrap.kind("bwrap", site);
        assertThat(Bubblewrap.kind("bwrap", site)).isEqualTo(before);

        Files.move(needed, directory.resolve("old"));
        Files.createDirectory(needed);

        assertThat(Bubblewrap.kind("bwrap", site)).isNotEqualTo(before);
    }

    private static Site withCode(Path code) {
        Site bare = Plot.site(List.of());
        Installation installation =
                new Installation(bare.installation().function(), Optional.of(code), Optional.empty());
        return new Site(installation, bare.memory(), bare.storage(), bare.needed(), bare.directory());
    }

    private Keeper next() throws InterruptedException {
        Keeper next = started.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a keeper that was started").isNotNull();
        return next;
    }

    private static void requirePerl() {
        assumeTrue(Machine.tried().lackFor(Isolation.GROUPS).isEmpty(), "there is no perl");
    }
}
