// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.scripted;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Runtimes.echo;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.Subscription.INVOKE;

import io.lambdarium.fixtures.ScriptedExtension;
import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class WorkingOnTest {

    // tag::scripted[]
    @Test
    void an_extension_that_works_on_keeps_the_invocation_from_completing(Simulator lambda) {
        ScriptedExtension tracer = new ScriptedExtension();
        lambda.deploy(function("quick").runtime(echo()).extension("tracer", tracer.bootstrap()));

        Invocation invocation = lambda.invoke("1");
        tracer.registers(INVOKE);
        tracer.asks();
        tracer.isToldToInvoke();

        assertThat(invocation).succeeds();
        assertThat(lambda).extension("tracer").wasToldOf(invocation);
        tracer.asks();
        assertThat(invocation).completes();
    }
    // end::scripted[]
}
