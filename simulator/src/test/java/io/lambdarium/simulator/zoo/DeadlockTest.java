// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Those who never come back, whatever they are doing instead. Source: lifecycle §2.3. */
@WithProcesses(tools = Tool.PERL)
class DeadlockTest {

    @AutoClose
    private final Cage cage = new Cage().inVirtualTime();

    @Test
    void a_runtime_that_never_answers_is_killed_at_its_deadline() {
        Invocation invocation = cage.runtime("never-answers").invoke("{}");
        cage.awaitLine("mine");
        cage.advance(Cage.TIMEOUT);

        assertThat(invocation.await()).isEqualTo(Told.timeout(invocation, 60));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 times out after 60 s;
                is reset: TIMEOUT; runtime 1 sent SIGKILL; runtime 1 ends: signal: killed;
                invocation 1 completed: TIMEOUT Sandbox.Timedout; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The runtime took the event of invocation 1 but called neither /response nor /error for "
                                + "it before the function timeout of 60.000 s. Let the handler end in time, or make the "
                                + "timeout longer.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_answers_half_is_killed_at_its_deadline() {
        Invocation invocation = cage.runtime("answers-half-and-hangs").invoke("{}");
        cage.awaitCall(Endpoint.RUNTIME_RESPONSE, 1);
        cage.advance(Cage.TIMEOUT);

        assertThat(invocation.await()).isEqualTo(Told.timeout(invocation, 60));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 times out after 60 s;
                is reset: TIMEOUT; runtime 1 sent SIGKILL; runtime 1 ends: signal: killed;
                invocation 1 completed: TIMEOUT Sandbox.Timedout; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The runtime began to answer invocation 1 but did not send the end of the answer before "
                                + "the function timeout of 60.000 s. Close the body of the request to /response.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_has_stopped_itself_is_killed_without_being_woken() {
        Invocation invocation = cage.runtime("stops-itself").invoke("{}");
        cage.awaitLine("stopped");
        cage.advance(Cage.TIMEOUT);

        assertThat(invocation.await()).isEqualTo(Told.timeout(invocation, 60));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 times out after 60 s;
                is reset: TIMEOUT; runtime 1 sent SIGKILL; runtime 1 ends: signal: killed;
                invocation 1 completed: TIMEOUT Sandbox.Timedout; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The runtime took the event of invocation 1 but called neither /response nor /error for "
                                + "it before the function timeout of 60.000 s. Let the handler end in time, or make the "
                                + "timeout longer.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_has_left_its_process_group_is_killed_all_the_same() {
        Invocation invocation = cage.runtime("moves-to-another-group").invoke("{}");
        cage.awaitLine("moved");
        cage.advance(Cage.TIMEOUT);

        assertThat(invocation.await()).isEqualTo(Told.timeout(invocation, 60));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 times out after 60 s;
                is reset: TIMEOUT; runtime 1 sent SIGKILL; runtime 1 ends: signal: killed;
                invocation 1 completed: TIMEOUT Sandbox.Timedout; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The runtime took the event of invocation 1 but called neither /response nor /error for "
                                + "it before the function timeout of 60.000 s. Let the handler end in time, or make the "
                                + "timeout longer.");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void an_extension_that_never_comes_back_costs_the_environment_but_not_the_answer() {
        Invocation invocation = cage.extension("never-comes-back").invoke("{}");
        cage.await("never-comes-back told of it", 1);
        cage.awaitCall(Endpoint.RUNTIME_NEXT, 2);
        cage.advance(Cage.TIMEOUT);
        cage.await("runtime 1 ends: signal: terminated", 1);
        cage.advance(Duration.ofSeconds(2));

        assertThat(invocation.await()).isEqualTo(Told.answer("{}"));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; never-comes-back 1 launched; never-comes-back registers; runtime 1 launched;
                init ends; idle;
                invocation 1 starts; never-comes-back told of it; invocation 1 answered;
                is reset: TIMEOUT; runtime 1 sent SIGTERM; runtime 1 ends: signal: terminated;
                never-comes-back overruns; never-comes-back 1 sent SIGKILL;
                never-comes-back 1 ends: signal: killed; invocation 1 completed: TIMEOUT Sandbox.Timedout; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "Extension \"never-comes-back\" had not asked for the next event when the function "
                                + "timeout passed, so the environment was reset although invocation 1 was answered in "
                                + "time. Ask as soon as the work is done: it counts until then.",
                        "Extension \"never-comes-back\" was busy when the environment stopped and asked for no "
                                + "event any more, so it was not told to shut down, and was killed. Ask for the next event "
                                + "as soon as the work is done.");
        assertThat(cage.left()).isEmpty();
    }
}
