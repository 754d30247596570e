// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.logs;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.fixtures.Runtimes.crashing;
import static io.lambdarium.fixtures.Runtimes.echo;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.Logging.Level.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Logging;
import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;

/** What Lambda logs, for those who read it by program. */
@LambdaSimulator
class LogTest {

    // tag::crash[]
    @Test
    void the_report_says_why_it_failed(Simulator lambda) {
        lambda.deploy(function("fragile").runtime(crashing(3)));

        assertThat(lambda.invoke("{}"))
                .completes()
                .log()
                .startsWith("START RequestId: ")
                .endsWith("\tStatus: error\tError Type: Runtime.ExitError\n");
    }
    // end::crash[]

    // tag::json[]
    @Test
    void a_quiet_function_logs_nothing_as_long_as_all_is_well(Simulator lambda) {
        lambda.deploy(function("quiet").logging(Logging.json().system(WARN)).runtime(echo()));

        assertThat(lambda.invoke("{}")).completes();

        assertThat(lambda.log().lines()).isEmpty();
    }
    // end::json[]
}
