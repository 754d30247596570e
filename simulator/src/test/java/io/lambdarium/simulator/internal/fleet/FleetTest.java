// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
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

class FleetTest {

    private static final EnvironmentId FIRST = new EnvironmentId(1);
    private static final EnvironmentId SECOND = new EnvironmentId(2);
    private static final Stopping LEAVING = new Stopping(ShutdownReason.SPINDOWN, Instant.EPOCH, false);
    private static final Stopping RESETTING = new Stopping(ShutdownReason.TIMEOUT, Instant.EPOCH, true);

    @Test
    void the_first_invocation_starts_an_environment_and_runs_when_that_is_idle() {
        Yard yard = new Yard().requests("r-1");
        assertThat(yard.latest()).containsExactly(new Assigned("r-1", FIRST, Start.COLD), new Begin(FIRST, false));

        yard.hears(FIRST, new Idled());

        assertThat(yard.latest()).containsExactly(new Run(FIRST, Yard.request("r-1")));
    }

    /** L-160. */
    @Test
    void one_after_the_other_meet_the_same_environment_and_two_at_once_meet_two() {
        Yard yard = new Yard().withIdle(FIRST).requests("r-1").hears(FIRST, new Idled());

        assertThat(yard.requests("r-2").latest())
                .containsExactly(new Assigned("r-2", FIRST, Start.WARM), new Run(FIRST, Yard.request("r-2")));
        assertThat(yard.requests("r-3").latest())
                .containsExactly(new Assigned("r-3", SECOND, Start.COLD), new Begin(SECOND, false));
    }

    @Test
    void of_two_idle_environments_the_one_used_last_is_used_again() {
        Yard yard = new Yard().withIdle(FIRST).withIdle(SECOND).passes(1);
        yard.requests("r-1").requests("r-2").passes(1).answers(FIRST, "r-1").passes(1);
        yard.answers(SECOND, "r-2").hears(SECOND, new Idled()).passes(1).hears(FIRST, new Idled());

        yard.requests("r-3");

        assertThat(yard.latest()).contains(new Run(SECOND, Yard.request("r-3")));
    }

    @Test
    void an_environment_that_was_reset_is_used_again() {
        Yard yard = new Yard()
                .withIdle(FIRST)
                .requests("r-1")
                .hears(FIRST, RESETTING)
                .hears(FIRST, new WasReset());

        yard.requests("r-2");

        assertThat(yard.latest())
                .containsExactly(new Assigned("r-2", FIRST, Start.AFTER_RESET), new Run(FIRST, Yard.request("r-2")));
    }

    @Test
    void an_invocation_waits_for_an_environment_that_is_being_reset() {
        Yard yard = new Yard()
                .withIdle(FIRST)
                .requests("r-1")
                .hears(FIRST, RESETTING)
                .requests("r-2");
        assertThat(yard.latest()).containsExactly(new Assigned("r-2", FIRST, Start.AFTER_RESET));

        yard.hears(FIRST, new WasReset());

        assertThat(yard.latest()).containsExactly(new Run(FIRST, Yard.request("r-2")));
    }

    @Test
    void an_environment_started_ahead_is_taken_by_the_first_invocation() {
        Yard yard = new Yard().initializes(1).requests("r-1");
        assertThat(yard.latest()).containsExactly(new Assigned("r-1", FIRST, Start.WARM));

        assertThat(yard.hears(FIRST, new Idled()).latest()).containsExactly(new Run(FIRST, Yard.request("r-1")));
    }

    /** L-161. */
    @Test
    void reserved_concurrency_throttles_what_is_beyond_it() {
        Yard yard = new Yard().reserves(1).requests("r-1").requests("r-2");

        assertThat(yard.latest())
                .containsExactly(new Throttled("r-2", "ReservedFunctionConcurrentInvocationLimitExceeded"));
    }

    /** L-162. */
    @Test
    void a_reserved_concurrency_of_0_throttles_all() {
        assertThat(new Yard().reserves(0).requests("r-1").latest()).hasOnlyElementsOfType(Throttled.class);
    }

    @Test
    void without_a_reservation_the_account_has_a_thousand() {
        Yard yard = new Yard();
        for (int i = 1; i <= 1000; i++) {
            yard.requests("r-" + i);
        }
        assertThat(yard.latest()).hasAtLeastOneElementOfType(Begin.class);

        yard.requests("one too many");

        assertThat(yard.latest()).containsExactly(new Throttled("one too many", "ConcurrentInvocationLimitExceeded"));
    }

    /** E-104. */
    @Test
    void an_environment_is_busy_until_it_is_idle_again() {
        Yard yard = new Yard().reserves(1).withIdle(FIRST).requests("r-1");
        assertThat(yard.requests("r-2").latest()).hasOnlyElementsOfType(Throttled.class);

        yard.hears(FIRST, new Idled());

        assertThat(yard.requests("r-3").latest()).contains(new Run(FIRST, Yard.request("r-3")));
    }

    @Test
    void what_has_been_idle_for_long_is_retired() {
        Yard yard = new Yard().withIdle(FIRST);
        assertThat(yard.fleet().wakeUpAt()).contains(Yard.BEGIN.plus(Yard.IDLE_LIMIT));

        assertThat(yard.passes(Yard.IDLE_LIMIT.toSeconds() - 1).wakes().latest())
                .isEmpty();
        assertThat(yard.passes(1).wakes().latest()).containsExactly(new Retire(FIRST));
    }

    /** L-168. */
    @Test
    void after_an_update_no_invocation_reaches_what_was_there() {
        Yard yard = new Yard().withIdle(FIRST).retires();
        assertThat(yard.latest()).containsExactly(new Retire(FIRST));

        yard.requests("r-1");

        assertThat(yard.latest()).containsExactly(new Assigned("r-1", SECOND, Start.COLD), new Begin(SECOND, false));
    }

    /** L-168. */
    @Test
    void an_invocation_that_waits_when_the_update_comes_still_runs_and_is_the_last() {
        Yard yard = new Yard().requests("r-1").retires();
        assertThat(yard.latest()).isEmpty();

        yard.hears(FIRST, new Idled());

        assertThat(yard.latest()).containsExactly(new Run(FIRST, Yard.request("r-1")), new Retire(FIRST));
    }

    @Test
    void an_invocation_bound_to_an_environment_that_leaves_gets_another() {
        Yard yard = new Yard().requests("r-1").hears(FIRST, LEAVING);

        assertThat(yard.latest()).containsExactly(new Assigned("r-1", SECOND, Start.COLD), new Begin(SECOND, false));
    }

    @Test
    void a_terminated_environment_is_forgotten() {
        Yard yard = new Yard()
                .withIdle(FIRST)
                .retires()
                .hears(FIRST, LEAVING)
                .hears(FIRST, new Terminated(ShutdownReason.SPINDOWN));

        assertThat(yard.fleet().berths()).isEmpty();
        assertThat(yard.hears(FIRST, new Idled()).latest()).isEmpty();
    }
}
