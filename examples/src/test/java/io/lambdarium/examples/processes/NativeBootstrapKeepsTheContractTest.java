// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static io.lambdarium.simulator.Bootstrap.process;

import io.lambdarium.fixtures.contract.RuntimeContract;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** What Lambda asks of a runtime, asked of the one in C, which keeps it without exception. */
@WithProcesses(tools = Tool.GCC)
// tag::contract[]
class NativeBootstrapKeepsTheContractTest implements RuntimeContract {

    @BeforeAll
    static void build() {
        CompiledBootstrap.build();
    }

    @Override
    public Bootstrap runtime() {
        return process("target/bootstrap");
    }

    @Override
    public Optional<Bootstrap> runtimeThatCannotStart() {
        return Optional.of(process("target/bootstrap").env("GREETING", ""));
    }

    @Override
    public Optional<Payload> eventThatFails() {
        return Optional.of(Payload.of("3"));
    }

    @Override
    public Payload answerTo(Payload event) {
        return Payload.of(event.text().replaceFirst("\"(.*)\"", "\"Hello, $1!\""));
    }
}
// end::contract[]
