// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.flusher;

import static io.lambdarium.simulator.Bootstrap.inProcess;

import io.lambdarium.fixtures.contract.ExtensionContract;
import io.lambdarium.fixtures.contract.ExtensionRule;
import io.lambdarium.simulator.Bootstrap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What Lambda asks of an extension, as inherited tests; a rule that is waived is reported as skipped, with the reason. */
// tag::contract[]
class FlusherKeepsTheContractTest implements ExtensionContract {

    @Override
    public Bootstrap extension() {
        return inProcess(variables -> new Flusher(new ConcurrentLinkedQueue<>()).run(variables));
    }

    @Override
    public String name() {
        return "flusher";
    }

    @Override
    public Map<ExtensionRule, String> waivers() {
        String reason = "it is configured by nothing: there is no start that could fail";
        return Map.of(
                ExtensionRule.REPORTS_A_FAILED_START, reason,
                ExtensionRule.NAMES_THE_TYPE_OF_AN_ERROR, reason,
                ExtensionRule.EXITS_AFTER_A_FAILED_START, reason,
                ExtensionRule.REPORTS_WHY_IT_EXITS, "it never gives up");
    }
}
// end::contract[]
