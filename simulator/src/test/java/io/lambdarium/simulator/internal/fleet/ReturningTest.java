// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.fleet.Order.Begin;
import io.lambdarium.simulator.internal.fleet.Order.Retire;
import io.lambdarium.simulator.internal.fleet.Order.Run;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An environment that has answered but is not idle yet, and who comes in that time. */
class ReturningTest {

    private static final EnvironmentId FIRST = new EnvironmentId(1);
    private static final EnvironmentId SECOND = new EnvironmentId(2);
    private static final int GRACE = 500;

    private final Yard yard = new Yard().withIdle(FIRST);

    /** L-160. */
    @Test
    void who_comes_right_after_the_answer_gets_the_same_environment() {
        yard.requests("r-1").answers(FIRST, "r-1");
        assertThat(yard.requests("r-2").latest()).isEmpty();

        yard.hears(FIRST, new Idled());

        assertThat(yard.latest())
                .containsExactly(new Assigned("r-2", FIRST, Start.WARM), new Run(FIRST, Yard.request("r-2")));
    }

    @Test
    void it_is_preferred_to_an_idle_one_that_answered_before() {
        yard.withIdle(SECOND).requests("r-1").passes(1).answers(FIRST, "r-1");

        assertThat(yard.requests("r-2").latest()).isEmpty();
        assertThat(yard.hears(FIRST, new Idled()).latest()).contains(new Run(FIRST, Yard.request("r-2")));
    }

    @Test
    void one_waits_for_it_and_the_next_gets_another() {
        yard.requests("r-1").answers(FIRST, "r-1").requests("r-2");

        assertThat(yard.requests("r-3").latest())
                .containsExactly(new Assigned("r-3", SECOND, Start.COLD), new Begin(SECOND, false));
    }

    @Test
    void who_has_waited_for_the_grace_gets_another() {
        yard.requests("r-1").answers(FIRST, "r-1").requests("r-2");
        assertThat(yard.fleet().wakeUpAt()).contains(Yard.BEGIN.plusMillis(GRACE));

        assertThat(yard.passesMillis(GRACE - 1).wakes().latest()).isEmpty();
        assertThat(yard.passesMillis(1).wakes().latest())
                .containsExactly(new Assigned("r-2", SECOND, Start.COLD), new Begin(SECOND, false));
    }

    @Test
    void nobody_waits_who_comes_when_the_grace_is_over() {
        yard.requests("r-1").answers(FIRST, "r-1").passesMillis(GRACE);

        assertThat(yard.requests("r-2").latest()).contains(new Begin(SECOND, false));
    }

    @Test
    void nobody_is_throttled_before_the_grace_is_over() {
        yard.reserves(1).requests("r-1").answers(FIRST, "r-1");
        assertThat(yard.requests("r-2").latest()).isEmpty();

        yard.passesMillis(GRACE).wakes();

        assertThat(yard.latest()).hasOnlyElementsOfType(Throttled.class).hasSize(1);
        assertThat(yard.requests("r-3").latest()).hasOnlyElementsOfType(Throttled.class);
    }

    @Test
    void it_runs_a_last_one_if_it_is_retired_while_somebody_waits() {
        yard.requests("r-1").answers(FIRST, "r-1").requests("r-2").retires();
        assertThat(yard.latest()).isEmpty();

        yard.hears(FIRST, new Idled());

        assertThat(yard.latest()).contains(new Run(FIRST, Yard.request("r-2")), new Retire(FIRST));
    }

    @Test
    void it_ends_if_it_was_retired_and_nobody_waits_any_more() {
        yard.requests("r-1").answers(FIRST, "r-1").requests("r-2").retires();

        yard.passesMillis(GRACE).wakes();

        assertThat(yard.latest())
                .containsExactly(new Assigned("r-2", SECOND, Start.COLD), new Retire(FIRST), new Begin(SECOND, false));
    }

    @Test
    void who_waits_for_it_when_it_breaks_waits_for_its_reset() {
        yard.requests("r-1").answers(FIRST, "r-1").requests("r-2");

        yard.hears(FIRST, new Stopping(ShutdownReason.FAILURE, Instant.EPOCH, true));
        assertThat(yard.latest()).containsExactly(new Assigned("r-2", FIRST, Start.AFTER_RESET));

        assertThat(yard.hears(FIRST, new WasReset()).latest()).containsExactly(new Run(FIRST, Yard.request("r-2")));
    }

    @Test
    void who_waits_for_it_when_it_breaks_gets_an_idle_one_if_there_is_one() {
        yard.withIdle(SECOND).requests("r-1").answers(FIRST, "r-1").requests("r-2");

        yard.hears(FIRST, new Stopping(ShutdownReason.FAILURE, Instant.EPOCH, true));

        assertThat(yard.latest())
                .containsExactly(new Assigned("r-2", SECOND, Start.WARM), new Run(SECOND, Yard.request("r-2")));
    }

    @Test
    void who_is_placed_anew_in_an_idle_one_saves_it_from_being_retired_in_that_moment() {
        long limit = Yard.IDLE_LIMIT.toMillis();
        yard.withIdle(SECOND).requests("r-1").passesMillis(limit - GRACE).answers(FIRST, "r-1");

        yard.requests("r-2").passesMillis(GRACE).wakes();

        assertThat(yard.latest())
                .containsExactly(new Assigned("r-2", SECOND, Start.WARM), new Run(SECOND, Yard.request("r-2")));
    }
}
