// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.greeter;

import static io.lambdarium.simulator.Bootstrap.inProcess;

import io.lambdarium.fixtures.contract.RuntimeContract;
import io.lambdarium.fixtures.contract.RuntimeRule;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Payload;
import java.util.Map;
import java.util.Optional;

/** What Lambda asks of a runtime, as inherited tests; a rule that is waived is reported as skipped, with the reason. */
// tag::contract[]
class RuntimeLoopKeepsTheContractTest implements RuntimeContract {

    @Override
    public Bootstrap runtime() {
        return inProcess(variables -> new RuntimeLoop(variables).serve(RuntimeLoopKeepsTheContractTest::giveBack));
    }

    @Override
    public Optional<Payload> eventThatFails() {
        return Optional.of(Payload.of("\"fail\""));
    }

    @Override
    public Map<RuntimeRule, String> waivers() {
        String reason = "its function is compiled in: there is nothing that it could fail to load";
        return Map.of(
                RuntimeRule.REPORTS_A_FAILED_START, reason,
                RuntimeRule.CALLS_NOTHING_AFTER_A_FAILED_START, reason,
                RuntimeRule.EXITS_AFTER_A_FAILED_START, reason);
    }

    private static String giveBack(String event) {
        if (event.equals("\"fail\"")) {
            throw new IllegalArgumentException("as you wish");
        }
        return event;
    }
}
// end::contract[]
