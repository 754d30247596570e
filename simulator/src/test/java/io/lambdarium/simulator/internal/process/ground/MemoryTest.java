// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("processes")
class MemoryTest {

    private static final long MEGABYTE = 1 << 20;

    /** Takes that many megabytes, says so, and waits. */
    private static String eating(int megabytes) {
        return "perl -e '$| = 1; $x = \"x\" x (" + megabytes + " << 20); print \"full\\n\"; sleep 1000'";
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void what_is_used_is_told_before_the_rest(Isolation level) throws Exception {
        try (Plot plot = new Plot(level)) {
            plot.launch("exec " + eating(100));
            List<Heard> told = new ArrayList<>(plot.ear.upTo(Heard.Wrote.class));

            plot.ground.rest(false);

            told.addAll(0, plot.ear.upTo(Heard.Rested.class));
            assertThat(told)
                    .filteredOn(Heard.Used.class::isInstance)
                    .first()
                    .isInstanceOfSatisfying(
                            Heard.Used.class,
                            used -> assertThat(used.bytes()).isBetween(100 * MEGABYTE, 220 * MEGABYTE));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void whoever_uses_too_much_is_killed(Isolation level) throws Exception {
        try (Plot plot = limited(level)) {
            plot.launch("exec " + eating(300));

            assertThat(plot.ear.next(Heard.RanOutOfMemory.class)).satisfies(ran -> {
                assertThat(ran.number()).isEqualTo(1);
                assertThat(ran.child()).isFalse();
                assertThat(ran.bytes()).isGreaterThan(128 * MEGABYTE);
            });
            assertThat(plot.ear.exit()).isEqualTo(Exit.by(Signal.SIGKILL));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void a_child_that_uses_too_much_is_told_from_its_parent(Isolation level) throws Exception {
        try (Plot plot = limited(level)) {
            plot.launch(1, "echo ready; exec sleep 1000");
            plot.ear.line();

            plot.launch(2, eating(300) + "; exit 7");

            assertThat(plot.ear.next(Heard.RanOutOfMemory.class)).satisfies(ran -> {
                assertThat(ran.number()).isEqualTo(2);
                assertThat(ran.child()).isTrue();
            });
            assertThat(plot.ear.next(Heard.Exited.class)).isEqualTo(new Heard.Exited(2, Exit.status(7)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Isolation.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void the_use_of_all_counts_together(Isolation level) throws Exception {
        try (Plot plot = limited(level)) {
            plot.launch(1, "exec " + eating(30));
            plot.launch(2, "exec " + eating(50));

            assertThat(plot.ear.next(Heard.RanOutOfMemory.class).number()).isEqualTo(2);
        }
    }

    private static Plot limited(Isolation level) {
        Site site = Plot.site(List.of());
        return new Plot(
                level,
                new Site(
                        site.installation(),
                        OptionalLong.of(128 * MEGABYTE),
                        site.storage(),
                        site.needed(),
                        Optional.empty()));
    }
}
