// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.AskedAgainAfterShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoppingExtensionsTest {

    private static final Instant DEADLINE = Life.BIRTH.plusMillis(2000);
    private static final Answer SHUTDOWN = new Answer.ShutdownEvent(ShutdownReason.SPINDOWN, DEADLINE);

    /** L-093, L-094, L-102, E-125, E-131. */
    @Test
    void all_who_wait_are_told_at_once_the_deadline_counted_from_the_very_start() {
        Life life = stopping("a", "b");

        assertThat(life.past(ToldToShutDown.class))
                .containsExactly(
                        new ToldToShutDown(extension("a"), ShutdownReason.SPINDOWN, DEADLINE),
                        new ToldToShutDown(extension("b"), ShutdownReason.SPINDOWN, DEADLINE));
        assertThat(life.past(Answered.class)).extracting(Answered::answer).endsWith(SHUTDOWN, SHUTDOWN);
    }

    /** E-132. */
    @Test
    void an_exit_acknowledges_and_the_last_one_ends_the_environment() {
        Life life = stopping("a", "b").advances(100).exits("a", 0);
        assertThat(life.latest())
                .containsExactly(
                        new Exited(extension("a"), 1, Exit.status(0)),
                        new Acknowledged(extension("a"), Exit.status(0), Duration.ofMillis(1_890)));

        life.exits("b", 0);

        assertThat(life.in()).isEqualTo(Terminated.class);
    }

    /** E-135. */
    @Test
    void the_status_of_the_exit_does_not_matter() {
        Life life = stopping("a").exits("a", 1);

        assertThat(life.past(Acknowledged.class)).hasSize(1);
        assertThat(life.past(Broke.class)).isEmpty();
        assertThat(life.in()).isEqualTo(Terminated.class);
    }

    /** L-095, E-134. */
    @Test
    void who_stays_is_killed_at_the_deadline() {
        Life life = stopping("a").advances(1_989);
        assertThat(life.latest()).isEmpty();

        life.advances(1);

        assertThat(life.now()).isEqualTo(DEADLINE);
        assertThat(life.latest())
                .containsExactly(
                        new OverranShutdown(extension("a"), true), new Signalled(extension("a"), 1, Signal.SIGKILL));
    }

    /** E-133. */
    @Test
    void asking_again_acknowledges_nothing() {
        Life life = stopping("a").asks("a");

        assertThat(life.latest())
                .containsExactly(new Parked(life.latestCall()), new AskedAgainAfterShutdown(extension("a")));
        assertThat(life.advances(2_000).past(OverranShutdown.class)).hasSize(1);
    }

    /** E-126. */
    @Test
    void who_is_busy_is_told_when_it_asks() {
        Life life = Life.invoking("busy").exits(RUNTIME, Exit.status(1));
        assertThat(life.past(ToldToShutDown.class)).isEmpty();

        life.asks("busy");

        assertThat(life.answer()).isEqualTo(new Answer.ShutdownEvent(ShutdownReason.FAILURE, DEADLINE));
    }

    /** E-127. */
    @Test
    void who_is_busy_until_the_deadline_is_killed_without_having_been_told() {
        Life life = Life.invoking("busy").exits(RUNTIME, Exit.status(1)).advances(2_000);

        assertThat(life.past(OverranShutdown.class)).containsExactly(new OverranShutdown(extension("busy"), false));
        assertThat(life.past(ToldToShutDown.class)).isEmpty();
    }

    /** L-096, E-128, E-129. */
    @Test
    void who_did_not_ask_for_shutdown_is_killed_at_once() {
        Life life = Life.with("a")
                .registersFor("a", "INVOKE")
                .asks("a")
                .runtimeAsks()
                .shutsDown();

        life.exits(RUNTIME, Exit.status(0));

        assertThat(life.latest()).contains(new Signalled(extension("a"), 1, Signal.SIGKILL));
        assertThat(life.past(ToldToShutDown.class)).isEmpty();
    }

    /** E-084. */
    @Test
    void an_exit_error_is_accepted_and_the_exit_still_awaited() {
        Life life = stopping("a").reportsExitError("a");
        assertThat(life.answer()).isEqualTo(new Answer.Accepted());

        assertThat(life.asks("a").answer())
                .isEqualTo(Refusals.extension(ExtensionState.EXIT_ERROR, "Ready", life.identifier("a")));
        assertThat(life.exits("a", 0).in()).isEqualTo(Terminated.class);
    }

    @Test
    void whoever_was_killed_is_not_told_any_more() {
        Life life = Life.invoking("busy")
                .exits(RUNTIME, Exit.status(1))
                .advances(2_000)
                .asks("busy");

        assertThat(life.past(ToldToShutDown.class)).isEmpty();
        assertThat(life.in()).isEqualTo(StoppingExtensions.class);
    }

    @Test
    void whoever_was_killed_cannot_register_any_more() {
        Life life = Life.with("early", "late")
                .registers("early")
                .asks("early")
                .exits("early", 1)
                .registers("late");

        assertThat(life.past(Signalled.class)).containsExactly(new Signalled(extension("late"), 1, Signal.SIGKILL));
        assertThat(life.answer()).isEqualTo(Refusals.registrationClosed());
    }

    @Test
    void an_exit_that_is_noticed_after_the_deadline_acknowledges_nothing() {
        Life life = stopping("a");

        Transition late =
                new Input.Exited(extension("a"), 1, Exit.status(0)).meet(life.phase(), DEADLINE.plusMillis(1));

        assertThat(late.events())
                .contains(new OverranShutdown(extension("a"), true))
                .noneMatch(Acknowledged.class::isInstance);
    }

    @Test
    void who_does_not_even_die_of_sigkill_is_given_up() {
        Life life = stopping("a").asks("a");
        CallId parked = life.latestCall();

        life.advances(4_000);

        assertThat(life.in()).isEqualTo(Terminated.class);
        assertThat(life.latest()).contains(new Abandoned(parked));
    }

    /** SHUTDOWN is told ten milliseconds after the order: that is what the runtime took to leave. */
    private static Life stopping(String... extensions) {
        return Life.idle(extensions).shutsDown().advances(10).exits(RUNTIME, Exit.status(0));
    }
}
