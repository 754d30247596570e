// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static io.lambdarium.simulator.event.Participant.internalExtension;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.Ready;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.event.Subscription;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    /** L-001, L-003. */
    @Test
    void all_extensions_are_launched_at_once_and_in_order() {
        Life life = Life.with("a", "b");

        assertThat(life.latest().get(0)).isInstanceOf(Started.class);
        assertThat(life.latest())
                .endsWith(
                        new InitializationStarted(InitPhase.INIT, Life.BIRTH.plusSeconds(10)),
                        new Launched(extension("a"), 1),
                        new Launched(extension("b"), 1));
        assertThat(life.in()).isEqualTo(Registering.class);
    }

    /** L-008. */
    @Test
    void without_extensions_the_runtime_is_launched_at_once() {
        Life life = Life.with();

        assertThat(life.latest()).endsWith(new Launched(RUNTIME, 1));
        assertThat(life.in()).isEqualTo(Starting.class);
    }

    /** L-002, E-040. */
    @Test
    void the_runtime_is_launched_when_the_last_extension_has_registered() {
        Life life = Life.with("a", "b").registers("b");
        assertThat(life.past(Launched.class)).doesNotContain(new Launched(RUNTIME, 1));

        life.registers("a");

        assertThat(life.latest()).endsWith(new Launched(RUNTIME, 1));
        assertThat(life.in()).isEqualTo(Starting.class);
    }

    /** E-017, E-020. */
    @Test
    void who_registers_gets_an_identifier_and_learns_what_is_deployed() {
        Life life = Life.with("flusher", "other").registersFor("flusher", "SHUTDOWN");
        String identifier = life.identifier("flusher");

        assertThat(life.latest())
                .containsExactly(
                        new Registered(extension("flusher"), identifier, Set.of(Subscription.SHUTDOWN)),
                        new Answered(
                                life.latestCall(),
                                new Answer.Registered(identifier, "greeter", "$LATEST", "greeter.handle", "")));
    }

    /** L-010, E-025, E-039. */
    @Test
    void an_extension_under_another_name_is_an_internal_one_and_the_launched_one_stays_awaited() {
        Life life = Life.with("flusher.sh").registersFor("flusher", "INVOKE");

        assertThat(life.latest())
                .startsWith(new Registered(
                        internalExtension("flusher"), life.identifier("flusher"), Set.of(Subscription.INVOKE)));
        assertThat(life.in()).isEqualTo(Registering.class);
    }

    /** L-015. */
    @Test
    void an_extension_may_ask_for_events_before_the_runtime_is_there() {
        Life life = Life.with("early", "late").registers("early");

        life.asks("early");

        assertThat(life.latest()).containsExactly(new Parked(life.latestCall()), new Ready(extension("early")));
        assertThat(life.in()).isEqualTo(Registering.class);
    }

    /** L-039, E-090. */
    @Test
    void the_exit_of_an_extension_fails_the_initialization_even_with_status_0() {
        Life life = Life.with("a", "b").registers("a").advances(5);

        life.exits("b", 0);

        assertThat(life.latest())
                .startsWith(
                        new Exited(extension("b"), 1, Exit.status(0)),
                        new InitializationFailed(
                                InitPhase.INIT, new Failure("Extension.Crash", "exit code 0"), Duration.ofMillis(5)))
                .hasAtLeastOneElementOfType(Stopping.class);
    }

    /** E-140. */
    @Test
    void after_a_failure_who_never_registered_is_killed_without_being_told() {
        Life life = Life.with("a", "b", "c").registers("a").asks("a");

        life.exits("b", 3);

        assertThat(life.latest()).contains(new Signalled(extension("c"), 1, Signal.SIGKILL));
        assertThat(life.past(ToldToShutDown.class))
                .extracting(ToldToShutDown::extension)
                .containsExactly(extension("a"));
    }

    /** E-087, L-043. */
    @Test
    void who_never_registers_lets_the_initialization_run_out_of_time() {
        Life life = Life.with("flusher").advances(9_999);
        assertThat(life.latest()).isEmpty();

        life.advances(1);

        assertThat(life.latest())
                .startsWith(
                        new InitializationTimedOut(InitPhase.INIT, Duration.ofSeconds(10)),
                        new Stopping(ShutdownReason.TIMEOUT, life.now(), true));
    }

    /** L-006, E-034. */
    @Test
    void the_eleventh_extension_is_one_too_many() {
        Life life = Life.with(names(11));

        assertThat(life.past(Launched.class)).hasSize(10);
        assertThat(life.past(InitializationFailed.class))
                .extracting(InitializationFailed::failure)
                .containsExactly(new Failure("Extension.LaunchError", "too many extensions"));
        assertThat(life.past(Signalled.class)).hasSize(10).allMatch(sent -> sent.signal() == Signal.SIGKILL);
    }

    /** E-035. */
    @Test
    void ten_extensions_are_not_too_many() {
        Life life = Life.idle(names(10));

        assertThat(life.in()).isEqualTo(Idle.class);
    }

    @Test
    void an_order_to_shut_down_ends_an_initialization_that_nobody_waits_for() {
        Life life = Life.ahead("flusher").shutsDown();

        assertThat(life.latest())
                .containsExactly(
                        new Stopping(ShutdownReason.SPINDOWN, life.now(), false),
                        new Signalled(extension("flusher"), 1, Signal.SIGKILL));
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "e" + i).toArray(String[]::new);
    }
}
