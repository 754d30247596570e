// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Runtimes.echo;
import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.ShutdownReason.SPINDOWN;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.Test;

/** Extensions as processes: {@code programs/extensions}. */
@LambdaSimulator
@WithProcesses(tools = {Tool.SH, Tool.CURL})
class ExtensionProcessesTest {

    // tag::flusher[]
    @Test
    void the_flusher_leaves_in_time(Simulator lambda) {
        lambda.deploy(function("quick").runtime(echo()).extension("flusher", process("programs/extensions/flusher")));
        assertThat(lambda.invoke("1")).completes();

        lambda.shutDown();

        assertThat(lambda).extension("flusher").isToldToShutDown(SPINDOWN).exitsBeforeItsDeadline();
        assertThat(lambda).extension("flusher").exitedWith(0).wroteLine("shipped 1");
    }
    // end::flusher[]

    // tag::stubborn[]
    @Test
    void the_stubborn_one_is_killed(Simulator lambda) {
        lambda.deploy(function("quick").runtime(echo()).extension("stubborn", process("programs/extensions/stubborn")));
        assertThat(lambda.invoke("1")).completes();

        lambda.shutDown();

        assertThat(lambda).extension("stubborn").isToldToShutDown(SPINDOWN).isKilled();
        assertThat(lambda).extension("stubborn").overranItsShutdownBudget().askedAgainAfterShutdown();
    }
    // end::stubborn[]

    // tag::fragile[]
    @Test
    void the_fragile_one_takes_the_invocation_with_it(Simulator lambda) {
        lambda.deploy(function("quick").runtime(echo()).extension("fragile", process("programs/extensions/fragile")));

        assertThat(lambda.invoke("1")).failsWith("Extension.Crash");

        assertThat(lambda).extension("fragile").exitedWith(3).wroteLine("nowhere to ship to");
    }
    // end::fragile[]
}
