// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.soak;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Many simulators at once in one JVM, as in a test suite that runs in parallel. */
class CrowdTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void a_crowd_of_simulators_gets_along() {
        assertThat(wrongAnswers(40, 5)).isEmpty();
    }

    @Test
    @Tag("soak")
    @EnabledIfSystemProperty(named = "groups", matches = "soak", disabledReason = "takes long; -Dgroups=soak runs it")
    void two_hundred_simulators_get_along() {
        assertThat(wrongAnswers(200, 100)).isEmpty();
    }

    private static List<String> wrongAnswers(int size, int rounds) {
        List<Simulator> crowd = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try {
            for (int i = 0; i < size; i++) {
                crowd.add(Simulator.start().deploy(function("member").runtime(RawRuntime.inProcess())));
            }
            for (int round = 0; round < rounds; round++) {
                wrong.addAll(invokeAll(crowd, round));
            }
            return wrong;
        } finally {
            crowd.forEach(Simulator::close);
        }
    }

    /** Each is told something else, all at the same time. */
    private static List<String> invokeAll(List<Simulator> crowd, int round) {
        List<Invocation> invocations = new ArrayList<>();
        for (int i = 0; i < crowd.size(); i++) {
            invocations.add(crowd.get(i).invoke("\"" + i + " in round " + round + "\""));
        }
        return invocations.stream()
                .filter(invocation -> !isEchoed(invocation))
                .map(invocation -> invocation + ": " + invocation.outcome())
                .toList();
    }

    private static boolean isEchoed(Invocation invocation) {
        Outcome outcome = invocation.await(PATIENCE);
        invocation.awaitReport();
        return outcome instanceof Outcome.Succeeded && outcome.payload().equals(invocation.event());
    }
}
