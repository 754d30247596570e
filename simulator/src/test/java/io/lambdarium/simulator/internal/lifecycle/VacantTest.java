// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VacantTest {

    /** E-110, E-119, L-033. */
    @Test
    void the_next_invocation_begins_with_an_initialization_inside_it() {
        Life life = Life.vacant("flusher");
        assertThat(life.past(WasReset.class)).hasSize(1);

        life.assigned("r-2");

        assertThat(life.latest())
                .containsExactly(
                        new InitializationStarted(InitPhase.INVOKE, life.now().plus(Life.TIMEOUT)),
                        new Launched(extension("flusher"), 2));
    }

    /** E-045, E-051, L-078. */
    @Test
    void who_registers_again_gets_another_identifier_and_the_old_one_is_unknown() {
        Life life = Life.idle("flusher");
        String old = life.identifier("flusher");
        life.exits(RUNTIME, Exit.status(1)).exits("flusher", 0).assigned("r-2").registers("flusher");

        assertThat(life.identifier("flusher")).isNotEqualTo(old);
        assertThat(life.meets(new Call.ExtensionNext(life.call(), old)).answer())
                .isEqualTo(Refusals.unknownExtension(old));
    }

    /** E-062, L-066, T-082. */
    @Test
    void the_clock_of_the_invocation_starts_after_the_initialization_inside_it() {
        Life life = Life.vacant().assigned("r-2").advances(800).runtimeAsks();

        assertThat(life.latest())
                .contains(
                        new Initialized(InitPhase.INVOKE, Duration.ofMillis(800)),
                        new Started("r-2", life.now().plus(Life.TIMEOUT)));
        assertThat(life.respondsTo("r-2").runtimeAsks().past(Completed.class))
                .extracting(Completed::initDuration)
                .containsExactly(Optional.empty());
    }

    /** E-093, L-074. */
    @Test
    void a_failed_initialization_inside_an_invocation_fails_it_after_its_start() {
        Life life = Life.vacant().assigned("r-2").advances(5).exits(RUNTIME, Exit.status(1));

        Failure failure = new Failure("Runtime.ExitError", "Runtime exited with error: exit status 1");
        assertThat(life.latest())
                .containsSubsequence(
                        new InitializationFailed(InitPhase.INVOKE, failure, Duration.ofMillis(5)),
                        new Started("r-2", Life.BIRTH.plus(Life.TIMEOUT)),
                        new Failed("r-2", failure),
                        new Completed(
                                "r-2", Status.ERROR, "Runtime.ExitError", Duration.ofMillis(5), Optional.empty()));
        assertThat(life.in()).isEqualTo(Vacant.class);
    }

    /** L-035, R-103. */
    @Test
    void the_caller_gets_the_init_error_of_the_runtime_verbatim() {
        Life life = Life.vacant().assigned("r-2").runtimeReportsInitError();
        CallId report = life.latestCall();

        life.exits(RUNTIME, Exit.status(1));

        assertThat(life.past(ErrorReported.class))
                .containsExactly(new ErrorReported("r-2", report, "Runtime.NoSuchModule"));
        assertThat(life.past(Failed.class)).isEmpty();
    }

    /** L-044, R-105. */
    @Test
    void an_initialization_inside_an_invocation_has_the_function_timeout() {
        Life life = Life.vacant().assigned("r-2").advances(Life.TIMEOUT);

        assertThat(life.past(InitializationTimedOut.class))
                .containsExactly(new InitializationTimedOut(InitPhase.INVOKE, Life.TIMEOUT));
        assertThat(life.past(TimedOut.class)).containsExactly(new TimedOut("r-2", Life.TIMEOUT));
    }

    /** */
    @Test
    void an_answer_before_the_event_names_the_right_request_in_the_wrong_state() {
        Life life = Life.vacant().assigned("r-2");

        assertThat(life.respondsTo("r-2").answer())
                .isEqualTo(Refusals.runtime(RuntimeState.STARTED, "InvocationResponse"));
        assertThat(life.reportsErrorOf("r-2").answer())
                .isEqualTo(Refusals.runtime(RuntimeState.STARTED, "InvocationErrorResponse"));
        assertThat(life.respondsTo("r-1").answer()).isEqualTo(Refusals.invalidRequestId());
    }

    /** L-033, L-034. */
    @Test
    void a_failure_ahead_of_an_invocation_is_made_good_inside_it() {
        Life life = Life.with()
                .exits(RUNTIME, Exit.status(1))
                .assigned("r-1")
                .runtimeAsks()
                .respondsTo("r-1");

        assertThat(life.past(Launched.class))
                .extracting(Launched::participant, Launched::generation)
                .containsExactly(tuple(RUNTIME, 1), tuple(RUNTIME, 2));
        assertThat(life.answer()).isEqualTo(new Answer.Accepted());
    }

    @Test
    void an_order_to_shut_down_while_it_initializes_waits_for_the_invocation() {
        Life life = Life.vacant().assigned("r-2").shutsDown().runtimeAsks();
        assertThat(life.in()).isEqualTo(Invoking.class);

        life.respondsTo("r-2").runtimeAsks().exits(RUNTIME, Exit.status(0));

        assertThat(life.in()).isEqualTo(Terminated.class);
    }

    @Test
    void an_order_to_shut_down_ends_it_at_once() {
        Life life = Life.vacant().shutsDown();

        assertThat(life.latest()).containsExactly(new EnvironmentEvent.Terminated(ShutdownReason.SPINDOWN));
        assertThat(life.in()).isEqualTo(Terminated.class);
    }

    @Test
    void survivors_are_refused_whatever_they_ask() {
        Life life = Life.vacant();

        assertThat(life.runtimeAsks().answer()).isEqualTo(Refusals.runtime(RuntimeState.ABSENT, "Ready"));
        assertThat(life.registersFor("flusher").answer()).isEqualTo(Refusals.registrationClosed());
        assertThat(life.respondsTo("r-1").answer()).isEqualTo(Refusals.invalidRequestId());
        assertThat(life.phase().openCalls()).isEmpty();
    }
}
