// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import org.junit.jupiter.api.Test;

class TerminatedTest {

    @Test
    void a_close_kills_everybody_and_hangs_up_on_everybody_at_once() {
        Life life = Life.idle("flusher").closes();

        assertThat(life.latest())
                .containsExactlyInAnyOrder(
                        new Abandoned(new CallId(2)),
                        new Abandoned(new CallId(3)),
                        new Signalled(RUNTIME, 1, Signal.SIGKILL),
                        new Signalled(extension("flusher"), 1, Signal.SIGKILL),
                        new EnvironmentEvent.Terminated(ShutdownReason.SPINDOWN));
        assertThat(life.in()).isEqualTo(Terminated.class);
    }

    @Test
    void a_close_hangs_up_on_a_response_that_is_on_its_way() {
        Life life = Life.invoking().beginsToRespondTo("r-1");
        CallId response = life.latestCall();

        life.closes();

        assertThat(life.latest()).contains(new Abandoned(response));
    }

    @Test
    void a_close_during_a_reset_leaves_the_invocation_its_report() {
        Life life = Life.invoking("flusher").exits(RUNTIME, Exit.status(1));
        assertThat(life.past(Completed.class)).isEmpty();

        life.closes();

        assertThat(life.past(Completed.class))
                .extracting(Completed::requestId, Completed::status)
                .containsExactly(tuple("r-1", Status.ERROR));
    }

    @Test
    void whoever_calls_afterwards_is_hung_up_on() {
        Life life = Life.idle().closes();

        assertThat(life.runtimeAsks().latest()).containsExactly(new Abandoned(life.latestCall()));
        assertThat(life.registersFor("late").latest()).containsExactly(new Abandoned(life.latestCall()));
        assertThat(life.respondsTo("r-1").latest()).containsExactly(new Abandoned(life.latestCall()));
    }

    @Test
    void nothing_ends_twice() {
        Life life = Life.idle().closes();

        assertThat(life.closes().latest()).isEmpty();
        assertThat(life.shutsDown().latest()).isEmpty();
        assertThat(life.phase().wakeUpAt()).isEmpty();
    }
}
