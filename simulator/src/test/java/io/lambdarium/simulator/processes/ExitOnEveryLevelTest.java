// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.processes;

import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@WithProcesses(tools = Tool.SH)
class ExitOnEveryLevelTest {

    @AutoClose
    private final Simulator lambda = Simulator.start();

    @Test
    void a_run_that_asks_for_a_level_gets_that_one() {
        String wanted =
                System.getProperty("lambdarium.isolation", lambda.isolation().name());

        assertThat(lambda.isolation()).isEqualTo(Isolation.valueOf(wanted));
    }

    @Test
    void an_exit_with_a_status_is_told_with_the_status() {
        assertThat(errorOf(process("/bin/sh", "-c", "exit 3")))
                .contains("Runtime.ExitError")
                .contains("exit status 3");
    }

    @Test
    @WithProcesses(capabilities = Capability.EXIT_SIGNALS)
    void an_end_by_a_signal_is_told_with_the_signal() {
        assertThat(errorOf(process("/bin/sh", "-c", "kill -TERM $$"))).contains("signal: terminated");
    }

    @Test
    @WithProcesses(levels = Isolation.PLAIN)
    void on_the_plain_level_an_end_by_a_signal_looks_like_an_exit() {
        assertThat(errorOf(process("/bin/sh", "-c", "kill -TERM $$"))).contains("exit status 143");
    }

    private String errorOf(Bootstrap bootstrap) {
        lambda.deploy(function("leaver").runtime(bootstrap));
        Outcome outcome = lambda.invoke("{}").await();
        return outcome.payload().text();
    }
}
