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

/** Extensions for which an initialization waits in vain. Source: lifecycle §§1.1 and 1.5. */
@WithProcesses(tools = Tool.PERL)
class StalledInitTest {

    private static final String OVERRAN =
            "The initialization was not done within 10.000 s, so it is made again inside the next invocation, where the "
                    + "function timeout is its limit. Make it shorter.";

    private static final String OVERRAN_INSIDE =
            "The initialization inside the invocation was not done within the function timeout of 60.000 s. Make it "
                    + "shorter, or the timeout longer.";

    @AutoClose
    private final Cage cage = new Cage().inVirtualTime();

    @Test
    void an_extension_that_never_registers_keeps_the_runtime_from_being_launched() {
        Invocation invocation = cage.extension("never-registers").invoke("{}");
        cage.await("never-registers 1 launched", 1);
        cage.advance(Duration.ofSeconds(10));
        cage.await("never-registers 2 launched", 1);
        cage.advance(Cage.TIMEOUT);

        assertThat(invocation.await()).isEqualTo(Told.timeout(invocation, 60));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; never-registers 1 launched; init times out after 10 s;
                is reset: TIMEOUT; never-registers 1 sent SIGKILL; never-registers 1 ends: signal: killed; empty;
                init inside begins; never-registers 2 launched; init inside times out after 60 s;
                invocation 1 starts; invocation 1 times out after 60 s;
                is reset: TIMEOUT; never-registers 2 sent SIGKILL; never-registers 2 ends: signal: killed;
                invocation 1 completed: TIMEOUT Sandbox.Timedout; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "Nobody has called the simulator, though it launched extension \"never-registers\". Call "
                                + "the APIs at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that no proxy "
                                + "setting diverts the calls.",
                        "Extension \"never-registers\" was launched but never registered, and Lambda starts the "
                                + "runtime only when every launched extension has. Call POST "
                                + "/2020-01-01/extension/register with the header Lambda-Extension-Name: never-registers.",
                        OVERRAN,
                        OVERRAN_INSIDE);
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void an_extension_under_another_name_is_not_the_one_that_is_waited_for() {
        Invocation invocation = cage.extension("registers-under-another-name").invoke("{}");
        cage.awaitCall(Endpoint.EXTENSION_NEXT, 1);
        cage.advance(Duration.ofSeconds(10));
        cage.awaitCall(Endpoint.EXTENSION_NEXT, 2);
        cage.advance(Cage.TIMEOUT);

        assertThat(invocation.await()).isEqualTo(Told.timeout(invocation, 60));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; registers-under-another-name 1 launched; my-extension registers;
                init times out after 10 s;
                is reset: TIMEOUT; registers-under-another-name 1 sent SIGKILL;
                registers-under-another-name 1 ends: signal: killed; empty;
                init inside begins; registers-under-another-name 2 launched; my-extension registers;
                init inside times out after 60 s;
                invocation 1 starts; invocation 1 times out after 60 s;
                is reset: TIMEOUT; registers-under-another-name 2 sent SIGKILL;
                registers-under-another-name 2 ends: signal: killed;
                invocation 1 completed: TIMEOUT Sandbox.Timedout; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "Extension \"registers-under-another-name\" never registered, but somebody registered as "
                                + "\"my-extension\", which Lambda takes for an internal extension. Register under the name "
                                + "of the file in /opt/extensions: \"registers-under-another-name\".",
                        OVERRAN,
                        OVERRAN_INSIDE);
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void an_extension_that_never_asks_keeps_the_init_from_ending() {
        Invocation invocation = cage.extension("never-asks").invoke("{}");
        cage.awaitCall(Endpoint.RUNTIME_NEXT, 1);
        cage.advance(Duration.ofSeconds(10));
        cage.await("runtime 1 ends: signal: terminated", 1);
        cage.advance(Duration.ofSeconds(2));
        cage.awaitCall(Endpoint.RUNTIME_NEXT, 2);
        cage.advance(Cage.TIMEOUT);
        cage.await("runtime 2 ends: signal: terminated", 1);
        cage.advance(Duration.ofSeconds(2));

        assertThat(invocation.await()).isEqualTo(Told.timeout(invocation, 60));
        assertThat(cage.taleUpTo("empty")).isEqualTo(Tale.told("""
                init begins; never-asks 1 launched; never-asks registers; runtime 1 launched; init times out after 10 s;
                is reset: TIMEOUT; runtime 1 sent SIGTERM; runtime 1 ends: signal: terminated;
                never-asks overruns; never-asks 1 sent SIGKILL; never-asks 1 ends: signal: killed; empty;
                init inside begins; never-asks 2 launched; never-asks registers; runtime 2 launched;
                init inside times out after 60 s;
                invocation 1 starts; invocation 1 times out after 60 s;
                is reset: TIMEOUT; runtime 2 sent SIGTERM; runtime 2 ends: signal: terminated;
                never-asks overruns; never-asks 2 sent SIGKILL; never-asks 2 ends: signal: killed;
                invocation 1 completed: TIMEOUT Sandbox.Timedout; empty
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "Extension \"never-asks\" registered but never asked for an event, and initialization "
                                + "ends only when it does. Call GET /2020-01-01/extension/event/next right after "
                                + "registering, whatever it subscribed to.",
                        OVERRAN,
                        "Extension \"never-asks\" was busy when the environment stopped and asked for no event "
                                + "any more, so it was not told to shut down, and was killed. Ask for the next event as "
                                + "soon as the work is done.",
                        OVERRAN_INSIDE);
        assertThat(cage.left()).isEmpty();
    }
}
