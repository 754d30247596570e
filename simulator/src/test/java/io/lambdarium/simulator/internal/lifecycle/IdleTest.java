// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import org.junit.jupiter.api.Test;

class IdleTest {

    /** L-051, E-063. */
    @Test
    void an_invocation_goes_out_to_external_extensions_then_internal_ones_then_the_runtime() {
        Life life = Life.with("outside").registers("outside").registersFor("inside", "INVOKE");
        life.asks("inside").asks("outside").runtimeAsks().assigned("r-1");

        assertThat(life.latest())
                .filteredOn(event -> event instanceof ToldToInvoke || event instanceof Started)
                .extracting(event ->
                        event instanceof ToldToInvoke told ? told.extension().name() : "started")
                .containsExactly("started", "outside", "inside");
        assertThat(life.latest()).last().isInstanceOf(Answered.class);
        assertThat(((Answered) life.latest().get(life.latest().size() - 1)).answer())
                .isInstanceOf(Answer.NextInvocation.class);
    }

    /** E-061, E-063. */
    @Test
    void all_are_told_the_same_deadline_and_each_extension_another_event_id() {
        Life life = Life.idle("a", "b").assigned("r-1");

        var events = life.past(Answered.class).stream()
                .map(Answered::answer)
                .filter(Answer.InvokeEvent.class::isInstance)
                .map(Answer.InvokeEvent.class::cast)
                .toList();

        assertThat(events).extracting(Answer.InvokeEvent::deadline).containsOnly(Life.BIRTH.plus(Life.TIMEOUT));
        assertThat(events)
                .extracting(Answer.InvokeEvent::eventId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    /** L-052, E-064. */
    @Test
    void who_did_not_ask_for_invoke_is_not_told() {
        Life life = Life.with("watcher")
                .registersFor("watcher", "SHUTDOWN")
                .asks("watcher")
                .runtimeAsks();

        life.assigned("r-1");

        assertThat(life.past(ToldToInvoke.class)).isEmpty();
        assertThat(life.extension("watcher").state()).isEqualTo(ExtensionState.READY);
    }

    /** */
    @Test
    void of_two_polls_of_the_runtime_the_older_gets_the_event() {
        Life life = Life.idle();
        CallId older = life.latestCall();
        life.runtimeAsks();
        CallId newer = life.latestCall();

        life.assigned("r-1");

        assertThat(life.answerTo(older)).isInstanceOf(Answer.NextInvocation.class);
        assertThat(life.phase().openCalls()).containsExactly(newer);
    }

    @Test
    void a_runtime_that_hung_up_gets_the_event_with_its_next_poll() {
        Life life = Life.idle();
        CallId dead = life.latestCall();
        life.meets(new Input.CallerLeft(dead));
        assertThat(life.latest()).containsExactly(new CallerGone(dead));

        life.assigned("r-1").runtimeAsks();

        assertThat(life.answer()).isInstanceOf(Answer.NextInvocation.class);
        assertThat(life.past(Answered.class)).extracting(Answered::call).doesNotContain(dead);
    }

    @Test
    void an_extension_that_hung_up_stays_ready_and_is_refused_when_it_asks_again() {
        Life life = Life.with("flusher").registers("flusher").runtimeAsks().asks("flusher");
        life.meets(new Input.CallerLeft(life.latestCall()));

        life.asks("flusher");

        assertThat(life.answer())
                .isEqualTo(Refusals.extension(ExtensionState.READY, "Ready", life.identifier("flusher")));
    }

    /** E-079, E-076. */
    @Test
    void a_poll_that_was_overtaken_by_an_exit_error_is_refused_when_it_is_released() {
        Life life = Life.with("flusher").registers("flusher").runtimeAsks().asks("flusher");
        CallId overtaken = life.latestCall();

        life.reportsExitError("flusher").assigned("r-1");

        assertThat(life.answerTo(overtaken))
                .isEqualTo(Refusals.extensionChangedMeanwhile(
                        ExtensionState.EXIT_ERROR, "Ready", life.identifier("flusher")));
    }

    /** L-073. */
    @Test
    void the_exit_of_the_runtime_resets_the_environment_and_no_caller_hears_of_it() {
        Life life = Life.idle("flusher").exits(RUNTIME, Exit.status(4));

        assertThat(life.latest())
                .contains(
                        new Exited(RUNTIME, 1, Exit.status(4)),
                        new Broke(
                                RUNTIME, new Failure("Runtime.ExitError", "Runtime exited with error: exit status 4")),
                        new Stopping(ShutdownReason.FAILURE, life.now().plusMillis(2000), true));
        assertThat(life.in()).isEqualTo(StoppingExtensions.class);
    }

    /** E-109. */
    @Test
    void the_exit_of_an_extension_resets_the_environment() {
        Life life = Life.idle("flusher").exits("flusher", 0);

        assertThat(life.latest())
                .contains(
                        new Broke(extension("flusher"), new Failure("Extension.Crash", "exit code 0")),
                        new Signalled(RUNTIME, 1, Signal.SIGTERM));
    }

    /** L-097, E-137. */
    @Test
    void an_order_to_shut_down_ends_it_for_good() {
        Life life = Life.idle("flusher").shutsDown();

        assertThat(life.latest())
                .startsWith(new Stopping(ShutdownReason.SPINDOWN, life.now().plusMillis(2000), false));
    }

    @Test
    void more_polls_of_the_runtime_park() {
        Life life = Life.idle().runtimeAsks();

        assertThat(life.latest()).containsExactly(new Parked(life.latestCall()));
        assertThat(life.phase().openCalls()).hasSize(2);
    }

    @Test
    void nothing_is_due_while_it_is_idle() {
        assertThat(Life.idle("flusher").phase().wakeUpAt()).isEmpty();
    }
}
