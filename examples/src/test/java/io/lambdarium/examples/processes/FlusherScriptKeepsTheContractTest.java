// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static io.lambdarium.simulator.Bootstrap.process;

import io.lambdarium.fixtures.contract.ExtensionContract;
import io.lambdarium.fixtures.contract.ExtensionRule;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.util.Map;

/** What Lambda asks of an extension, asked of a script. */
@WithProcesses(tools = {Tool.SH, Tool.CURL})
class FlusherScriptKeepsTheContractTest implements ExtensionContract {

    @Override
    public Bootstrap extension() {
        return process("programs/extensions/flusher");
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
