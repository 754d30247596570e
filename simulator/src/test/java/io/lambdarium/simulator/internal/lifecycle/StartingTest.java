// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.RuntimeInitialized;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartingTest {

    @Test
    void an_initialization_is_done_when_the_runtime_and_all_extensions_have_asked() {
        Life life = Life.with("flusher").registers("flusher").advances(120).asks("flusher");
        assertThat(life.in()).isEqualTo(Starting.class);

        life.runtimeAsks();

        assertThat(life.latest())
                .containsExactly(
                        new Parked(life.latestCall()),
                        new RuntimeInitialized(),
                        new Initialized(InitPhase.INIT, Duration.ofMillis(120)),
                        new Idled());
        assertThat(life.in()).isEqualTo(Idle.class);
    }

    /** L-013, E-088. */
    @Test
    void an_extension_that_never_asks_lets_the_initialization_run_out_of_time() {
        Life life = Life.with("flusher").registers("flusher").runtimeAsks();

        life.advances(Duration.ofSeconds(10));

        assertThat(life.past(InitializationTimedOut.class))
                .containsExactly(new InitializationTimedOut(InitPhase.INIT, Duration.ofSeconds(10)));
    }

    /** L-014. */
    @Test
    void an_extension_without_subscriptions_must_ask_as_well() {
        Life life = Life.with("idler").registersFor("idler").runtimeAsks();
        assertThat(life.in()).isEqualTo(Starting.class);

        life.asks("idler");

        assertThat(life.in()).isEqualTo(Idle.class);
    }

    /** E-096, L-012, E-030. */
    @Test
    void internal_extensions_can_register_until_the_runtime_asks_for_its_first_event() {
        Life life = Life.with().registersFor("inside", "INVOKE").runtimeAsks();
        assertThat(life.in()).isEqualTo(Starting.class);

        life.registersFor("late", "INVOKE");

        assertThat(life.answer()).isEqualTo(Refusals.registrationClosed());
        assertThat(life.asks("inside").in()).isEqualTo(Idle.class);
    }

    /** L-007, E-032. */
    @Test
    void internal_and_external_extensions_count_together() {
        Life life = Life.with("1", "2", "3", "4", "5", "6", "7", "8", "9");
        life.setting().extensions().forEach(life::registers);
        life.registersFor("tenth").registersFor("eleventh");

        assertThat(life.answer()).isEqualTo(Refusals.tooManyExtensions());
        assertThat(life.registersFor("tenth").answer())
                .as("E-033: the limit is checked before the name")
                .isEqualTo(Refusals.tooManyExtensions());
    }

    /** L-030, L-031, L-032. */
    @Test
    void the_exit_of_the_runtime_fails_the_initialization_in_the_words_of_its_status() {
        assertThat(failureBy(Exit.status(0)))
                .isEqualTo(new Failure("Runtime.ExitError", "Runtime exited without providing a reason"));
        assertThat(failureBy(Exit.status(1)))
                .isEqualTo(new Failure("Runtime.ExitError", "Runtime exited with error: exit status 1"));
        assertThat(failureBy(Exit.by(Signal.SIGKILL)))
                .isEqualTo(new Failure("Runtime.ExitError", "Runtime exited with error: signal: killed"));
    }

    /** L-037. */
    @Test
    void an_init_error_of_the_runtime_is_accepted_once() {
        Life life = Life.with().runtimeReportsInitError();
        assertThat(life.in()).as("L-038: it ends nothing by itself").isEqualTo(Starting.class);

        life.runtimeReportsInitError();

        assertThat(life.answer()).isEqualTo(Refusals.runtime(RuntimeState.INIT_ERROR, "InitError"));
        assertThat(life.runtimeAsks().answer())
                .as("R-038")
                .isEqualTo(Refusals.runtime(RuntimeState.INIT_ERROR, "Ready"));
    }

    /** E-080, E-081, E-095. */
    @Test
    void the_first_error_that_was_reported_names_the_failure() {
        Life life = Life.with("flusher").registers("flusher").reportsInitError("flusher");
        life.runtimeReportsInitError();

        life.exits("flusher", 9);

        assertThat(life.past(InitializationFailed.class))
                .extracting(InitializationFailed::failure)
                .containsExactly(new Failure("Extension.InitError", "exit status 9"));
    }

    /** E-076, E-077, E-078, E-056, E-055. */
    @Test
    void after_an_error_report_only_the_same_report_is_accepted() {
        Life life = Life.with("a", "b").registers("a").registers("b");
        life.reportsInitError("a").reportsInitError("a").reportsExitError("b").reportsExitError("b");

        assertThat(life.reportsExitError("a").answer())
                .isEqualTo(Refusals.extension(ExtensionState.INIT_ERROR, "Exited", life.identifier("a")));
        assertThat(life.reportsInitError("b").answer())
                .isEqualTo(Refusals.extension(ExtensionState.EXIT_ERROR, "InitError", life.identifier("b")));
        assertThat(life.asks("b").answer())
                .isEqualTo(Refusals.extension(ExtensionState.EXIT_ERROR, "Ready", life.identifier("b")));
    }

    /** */
    @Test
    void an_answer_before_any_event_answers_nothing() {
        Life life = Life.with().respondsTo("r-1");

        assertThat(life.answer()).isEqualTo(Refusals.invalidRequestId());
    }

    @Test
    void an_exit_of_another_generation_is_noted_and_changes_nothing() {
        Life life = Life.with();

        life.meets(new Input.Exited(RUNTIME, 0, Exit.status(1)));

        assertThat(life.in()).isEqualTo(Starting.class);
        assertThat(life.latest()).hasSize(1);
    }

    /** E-054. */
    @Test
    void a_second_poll_of_an_extension_is_refused_and_the_first_stays_parked() {
        Life life = Life.with("flusher").registers("flusher").asks("flusher");
        var first = life.latestCall();

        life.asks("flusher");

        assertThat(life.answer())
                .isEqualTo(Refusals.extension(ExtensionState.READY, "Ready", life.identifier("flusher")));
        assertThat(life.phase().openCalls()).containsExactly(first);
        assertThat(life.extension("flusher").who()).isEqualTo(extension("flusher"));
    }

    private static Failure failureBy(Exit exit) {
        return Life.with()
                .exits(RUNTIME, exit)
                .past(InitializationFailed.class)
                .get(0)
                .failure();
    }
}
