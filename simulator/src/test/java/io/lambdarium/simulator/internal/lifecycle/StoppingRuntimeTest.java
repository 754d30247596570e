// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import org.junit.jupiter.api.Test;

class StoppingRuntimeTest {

    private static final Signalled SIGTERM = new Signalled(RUNTIME, 1, Signal.SIGTERM);
    private static final Signalled SIGKILL = new Signalled(RUNTIME, 1, Signal.SIGKILL);

    /** L-090, E-120. */
    @Test
    void without_extensions_the_runtime_is_killed_at_once() {
        Life life = Life.idle().shutsDown();

        assertThat(life.latest()).containsExactly(new Stopping(ShutdownReason.SPINDOWN, life.now(), false), SIGKILL);
    }

    /** L-091, E-121, E-124. */
    @Test
    void with_internal_extensions_only_it_has_500_milliseconds() {
        Life life =
                Life.with().registersFor("inside").asks("inside").runtimeAsks().shutsDown();
        assertThat(life.latest())
                .containsExactly(
                        new Stopping(ShutdownReason.SPINDOWN, life.now().plusMillis(500), false), SIGTERM);

        assertThat(life.advances(499).latest()).isEmpty();
        assertThat(life.advances(1).latest()).containsExactly(SIGKILL);
        assertThat(life.past(ToldToShutDown.class)).isEmpty();
    }

    /** L-092, E-123. */
    @Test
    void beside_an_external_extension_it_has_300() {
        Life life = Life.idle("flusher").shutsDown();
        assertThat(life.latest())
                .containsExactly(
                        new Stopping(ShutdownReason.SPINDOWN, life.now().plusMillis(2000), false), SIGTERM);

        assertThat(life.advances(299).latest()).isEmpty();
        assertThat(life.advances(1).latest()).containsExactly(SIGKILL);
    }

    /** E-122. */
    @Test
    void no_extension_is_told_before_the_runtime_is_gone() {
        Life life = Life.idle("flusher").shutsDown().advances(300);
        assertThat(life.past(ToldToShutDown.class)).isEmpty();

        life.exits(RUNTIME, Exit.by(Signal.SIGKILL));

        assertThat(life.past(ToldToShutDown.class)).hasSize(1);
        assertThat(life.in()).isEqualTo(StoppingExtensions.class);
    }

    @Test
    void a_runtime_that_is_dead_already_gets_no_signal() {
        Life life = Life.idle("flusher").exits(RUNTIME, Exit.status(1));

        assertThat(life.past(Signalled.class)).isEmpty();
        assertThat(life.in()).isEqualTo(StoppingExtensions.class);
    }

    /** L-099, E-141. */
    @Test
    void whoever_exits_now_breaks_nothing() {
        Life life = Life.idle("a", "b").shutsDown().exits("a", 9);

        assertThat(life.latest())
                .containsExactly(new Exited(extension("a"), 1, Exit.status(9)), abandonedPollOfA(life));
        assertThat(life.past(Broke.class)).isEmpty();
        assertThat(life.in()).isEqualTo(StoppingRuntime.class);
    }

    /** */
    @Test
    void the_polls_of_the_runtime_are_abandoned_with_it() {
        Life life = Life.idle().runtimeAsks().shutsDown();

        life.exits(RUNTIME, Exit.by(Signal.SIGKILL));

        assertThat(life.latest())
                .startsWith(
                        new Exited(RUNTIME, 1, Exit.by(Signal.SIGKILL)),
                        new Abandoned(new CallId(1)),
                        new Abandoned(new CallId(2)))
                .endsWith(new Terminated(ShutdownReason.SPINDOWN));
    }

    @Test
    void who_does_not_even_die_of_sigkill_is_given_up() {
        Life life = Life.idle().shutsDown().advances(1_999);
        assertThat(life.in()).isEqualTo(StoppingRuntime.class);

        life.advances(1);

        assertThat(life.latest()).endsWith(new Terminated(ShutdownReason.SPINDOWN));
        assertThat(life.phase().openCalls()).isEmpty();
    }

    @Test
    void an_extension_that_outlives_a_runtime_that_cannot_be_killed_is_not_told_too_late() {
        Life life = Life.idle("flusher").shutsDown().advances(2_300);

        assertThat(life.past(ToldToShutDown.class)).isEmpty();
        assertThat(life.latest()).contains(new Signalled(extension("flusher"), 1, Signal.SIGKILL));
    }

    @Test
    void an_order_to_shut_down_makes_a_reset_the_end() {
        Life life = Life.invoking().advances(Life.TIMEOUT).shutsDown();

        life.exits(RUNTIME, Exit.by(Signal.SIGKILL));

        assertThat(life.past(WasReset.class)).isEmpty();
        assertThat(life.latest()).endsWith(new Terminated(ShutdownReason.TIMEOUT));
    }

    @Test
    void registration_is_closed() {
        Life life = Life.with("a").registers("a").shutsDown().registersFor("inside");

        assertThat(life.answer()).isEqualTo(Refusals.registrationClosed());
    }

    private static Abandoned abandonedPollOfA(Life life) {
        return new Abandoned(new CallId(life.latestCall().number() - 2));
    }
}
