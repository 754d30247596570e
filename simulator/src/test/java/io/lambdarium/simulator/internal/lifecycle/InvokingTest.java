// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvokingTest {

    /** L-056, L-057, T-080, E-100, E-105. */
    @Test
    void it_lasts_until_the_runtime_and_the_extensions_have_asked_again() {
        Life life = Life.invoking("flusher").respondsTo("r-1").advances(500).runtimeAsks();
        assertThat(life.latest())
                .as("L-059: the runtime is done, though the extension is not")
                .contains(new RuntimeDone("r-1", Status.SUCCESS, Duration.ofMillis(500)));

        life.advances(500).asks("flusher");

        assertThat(life.latest())
                .contains(
                        new Completed("r-1", Status.SUCCESS, "", Duration.ofMillis(1000), Optional.of(Duration.ZERO)),
                        new Idled());
        assertThat(life.in()).isEqualTo(Idle.class);
    }

    /** E-106. */
    @Test
    void an_extension_that_asks_first_does_not_end_it() {
        Life life = Life.invoking("flusher").asks("flusher");

        assertThat(life.in()).isEqualTo(Invoking.class);
        assertThat(life.respondsTo("r-1").runtimeAsks().in()).isEqualTo(Idle.class);
    }

    /** L-052, E-101. */
    @Test
    void who_did_not_ask_for_invoke_is_not_waited_for() {
        Life life = Life.with("watcher")
                .registersFor("watcher", "SHUTDOWN")
                .asks("watcher")
                .runtimeAsks();

        life.assigned("r-1").respondsTo("r-1").runtimeAsks();

        assertThat(life.in()).isEqualTo(Idle.class);
    }

    /** L-048, L-049, T-082. */
    @Test
    void an_initialization_is_reported_once_and_only_if_someone_waited_for_it() {
        Life cold = Life.with().advances(40).runtimeAsks();
        cold.assigned("r-1").respondsTo("r-1").runtimeAsks();
        cold.assigned("r-2").respondsTo("r-2").runtimeAsks();
        Life ahead = Life.ahead().advances(40).runtimeAsks();
        ahead.assigned("r-1").respondsTo("r-1").runtimeAsks();

        assertThat(cold.past(Completed.class))
                .extracting(Completed::initDuration)
                .containsExactly(Optional.of(Duration.ofMillis(40)), Optional.empty());
        assertThat(ahead.past(Completed.class))
                .extracting(Completed::initDuration)
                .containsExactly(Optional.empty());
    }

    /** */
    @Test
    void a_runtime_that_asks_while_it_has_an_event_gets_the_same_again() {
        Life life = Life.invoking();
        Answer first = life.answer();

        life.runtimeAsks();

        assertThat(life.answer()).isEqualTo(first).isInstanceOf(Answer.NextInvocation.class);
    }

    /** L-061, E-115. */
    @Test
    void it_times_out_on_the_millisecond_of_its_deadline() {
        Life life = Life.invoking().advances(2_999);
        assertThat(life.latest()).isEmpty();

        life.advances(1);

        assertThat(life.latest())
                .startsWith(
                        new TimedOut("r-1", Life.TIMEOUT),
                        new RuntimeDone("r-1", Status.TIMEOUT, Life.TIMEOUT),
                        new Stopping(ShutdownReason.TIMEOUT, life.now(), true));
    }

    /** L-058, E-117, T-079. */
    @Test
    void an_extension_that_overruns_the_timeout_costs_the_environment_and_not_the_answer() {
        Life life = Life.invoking("slow").respondsTo("r-1").runtimeAsks().advances(Life.TIMEOUT);

        assertThat(life.past(TimedOut.class)).isEmpty();
        assertThat(life.past(RuntimeDone.class)).hasSize(1);
        assertThat(life.past(Stopping.class)).extracting(Stopping::reason).containsExactly(ShutdownReason.TIMEOUT);
        life.exits(RUNTIME, Exit.status(0)).asks("slow").exits("slow", 0);
        assertThat(life.past(Completed.class))
                .extracting(Completed::status, completed -> completed.duration().toSeconds())
                .containsExactly(tuple(Status.TIMEOUT, 3L));
    }

    /** L-067, L-068, E-112, E-113. */
    @Test
    void the_exit_of_the_runtime_fails_it() {
        Life life = Life.invoking().exits(RUNTIME, Exit.status(4));

        assertThat(life.past(Failed.class))
                .containsExactly(new Failed(
                        "r-1", new Failure("Runtime.ExitError", "Runtime exited with error: exit status 4")));
        assertThat(life.past(RuntimeDone.class)).extracting(RuntimeDone::status).containsExactly(Status.ERROR);
    }

    /** L-069, E-107, E-114. */
    @Test
    void the_exit_of_an_extension_fails_it_and_the_others_are_told() {
        Life life = Life.invoking("a", "b").asks("b").exits("a", 7).exits(RUNTIME, Exit.status(0));

        assertThat(life.past(Failed.class))
                .containsExactly(new Failed("r-1", new Failure("Extension.Crash", "exit status 7")));
        assertThat(life.past(ToldToShutDown.class))
                .containsExactly(
                        new ToldToShutDown(extension("b"), ShutdownReason.FAILURE, Life.BIRTH.plusMillis(2000)));
    }

    /** L-070, E-108, T-085. */
    @Test
    void an_exit_after_the_answer_is_reported_and_the_answer_stands() {
        Life life = Life.invoking("flusher").respondsTo("r-1").runtimeAsks().exits("flusher", 1);

        assertThat(life.past(Failed.class)).isEmpty();
        assertThat(life.past(Responded.class)).hasSize(1);
        life.exits(RUNTIME, Exit.status(0));
        assertThat(life.past(Completed.class))
                .extracting(Completed::status, Completed::errorType)
                .containsExactly(tuple(Status.ERROR, "Extension.Crash"));
    }

    /** E-082, E-083. */
    @Test
    void an_exit_error_ends_nothing_until_the_process_exits() {
        Life life = Life.invoking("flusher").reportsExitError("flusher");
        assertThat(life.in()).isEqualTo(Invoking.class);

        life.exits("flusher", 0);

        assertThat(life.past(Broke.class))
                .containsExactly(new Broke(extension("flusher"), new Failure("Extension.ExitError", "exit code 0")));
    }

    /** E-074. */
    @Test
    void an_init_error_comes_too_late() {
        Life life = Life.invoking("flusher").reportsInitError("flusher");

        assertThat(life.answer())
                .isEqualTo(Refusals.extension(ExtensionState.RUNNING, "InitError", life.identifier("flusher")));
        assertThat(life.runtimeReportsInitError().answer())
                .as("R-102")
                .isEqualTo(Refusals.runtime(RuntimeState.RUNNING, "InitError"));
    }

    @Test
    void an_order_to_shut_down_waits_until_it_is_completed() {
        Life life = Life.invoking("flusher").shutsDown();
        assertThat(life.in()).isEqualTo(Invoking.class);

        life.respondsTo("r-1").runtimeAsks().asks("flusher");

        assertThat(life.past(Completed.class)).hasSize(1);
        assertThat(life.latest())
                .contains(new Stopping(ShutdownReason.SPINDOWN, life.now().plusMillis(2000), false));
    }

    @Test
    void an_order_to_shut_down_makes_a_timeout_the_end() {
        Life life = Life.invoking().shutsDown().advances(Life.TIMEOUT);

        assertThat(life.latest()).contains(new Stopping(ShutdownReason.TIMEOUT, life.now(), false));
    }

    @Test
    void no_second_invocation_fits_in() {
        Life life = Life.invoking();

        assertThatThrownBy(() -> life.assigned("r-2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("an invocation was assigned to an environment that is");
    }
}
