// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.Bootstrap.inProcess;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.event.EnvironmentId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChronicleTest {

    @Test
    void it_knows_the_variables_that_name_a_proxy_however_they_are_written() {
        try (Simulator lambda = Simulator.start()) {
            lambda.deploy(function("silent")
                    .runtime(inProcess(variables -> {}))
                    .variable("HTTPS_PROXY", "http://localhost:1")
                    .variable("Http_Proxy", "http://localhost:1")
                    .variable("all_proxy", "http://localhost:1"));
            lambda.invoke("{}").await();

            Chronicle chronicle = Chronicle.of(lambda.journal());

            assertThat(chronicle.proxies()).containsEntry(new EnvironmentId(1), List.of("Http_Proxy", "all_proxy"));
        }
    }
}
