// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.EnvironmentEvent.CameToRest;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestingTest {

    @Test
    void an_initialization_is_over_when_what_it_wrote_has_been_read() {
        Life life = Life.resting();
        assertThat(life.latest()).last().isEqualTo(new CameToRest(true));

        life.rests();

        assertThat(kinds(life)).containsExactly(Frozen.class, Initialized.class, Idled.class);
    }

    @Test
    void a_report_comes_after_the_rest_and_does_not_count_it() {
        Life life = Life.frozen().assigned("r-1").advances(5).respondsTo("r-1").runtimeAsks();
        assertThat(kinds(life)).endsWith(RuntimeDone.class, CameToRest.class);

        life.advances(3).rests();

        assertThat(kinds(life)).containsExactly(Frozen.class, Completed.class, Idled.class);
        assertThat(life.past(Completed.class).get(0).duration()).hasMillis(5);
    }

    /** L-085: commands are carried out in order, so this is all there is to an epoch. */
    @Test
    void everybody_is_thawed_before_anybody_is_told_of_the_next_invocation() {
        Life life = Life.frozen("flusher").assigned("r-1");

        assertThat(kinds(life))
                .containsExactly(Thawed.class, Started.class, ToldToInvoke.class, Answered.class, Answered.class);
    }

    /** L-086. */
    @Test
    void everybody_is_thawed_before_anybody_is_asked_to_leave() {
        Life life = Life.frozen("flusher").shutsDown();

        assertThat(life.latest()).first().isEqualTo(new Thawed());
        assertThat(life.latest()).last().isInstanceOf(Signalled.class);
    }

    @Test
    void an_environment_that_an_invocation_waits_for_is_not_frozen() {
        Life life = Life.resting().exits(RUNTIME, Exit.status(1)).assigned("r-1");

        life.runtimeAsks();
        assertThat(life.latest()).last().isEqualTo(new CameToRest(false));

        life.meets(new Input.Rested(false));
        assertThat(kinds(life)).startsWith(Initialized.class, Started.class);
    }

    @Test
    void a_rest_that_does_not_come_is_not_waited_for_and_what_comes_next_is_thawed_all_the_same() {
        Life life = Life.resting().advances(Limits.RESTING);
        assertThat(kinds(life)).containsExactly(Initialized.class, Idled.class);

        assertThat(life.rests().latest()).containsExactly(new Frozen());
        assertThat(life.assigned("r-1").latest()).first().isEqualTo(new Thawed());
    }

    @Test
    void who_dies_while_the_others_come_to_rest_breaks_what_comes_next() {
        Life life = Life.frozen().assigned("r-1").respondsTo("r-1").runtimeAsks();

        life.exits(RUNTIME, Exit.status(3));

        assertThat(life.past(Completed.class)).hasSize(1);
        assertThat(life.in()).isEqualTo(Vacant.class);
    }

    @Test
    void a_runtime_that_cannot_be_launched_fails_the_invocation_with_the_reason() {
        Failure failure = new Failure("Runtime.InvalidEntrypoint", "fork/exec /var/task/bootstrap: permission denied");
        Life life = Life.with().failsToLaunch(RUNTIME, failure).assigned("r-1").failsToLaunch(RUNTIME, failure);

        assertThat(life.past(Failed.class)).containsExactly(new Failed("r-1", failure));
        assertThat(life.in()).isEqualTo(Vacant.class);
    }

    /** L-126. */
    @Test
    void a_runtime_that_ran_out_of_memory_exits_for_that_reason() {
        Life life = Life.invoking()
                .runsOutOfMemory(RUNTIME)
                .exits(RUNTIME, Exit.by(io.lambdarium.simulator.event.Signal.SIGKILL));

        assertThat(life.past(Failed.class))
                .containsExactly(new Failed(
                        "r-1", new Failure("Runtime.OutOfMemory", "Runtime exited with error: signal: killed")));
    }

    private static List<Class<?>> kinds(Life life) {
        return life.latest().stream().<Class<?>>map(Event::getClass).toList();
    }
}
