// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import java.util.List;

/** A phase is what its name says, and the same input at the same time always leads to the same. */
final class PhaseLaw implements Law {

    private static final List<ExtensionState> AT_REST = List.of(ExtensionState.READY, ExtensionState.EXIT_ERROR);

    @Override
    public void judge(Step step) {
        Transition again = step.input().meet(step.before(), step.now());
        Law.require(again.equals(step.transition()), () -> "the second time it led to something else: " + again);
        Law.require(
                !(step.before() instanceof Terminated) || step.after() instanceof Terminated, () -> "it rose again");
        judge(step.after().crew(), step.after());
    }

    private static void judge(Crew crew, Phase phase) {
        RuntimeState runtime = crew.runtime().state();
        if (phase instanceof Idle || phase instanceof Resting) {
            Law.require(runtime == RuntimeState.READY, () -> "idle, with a runtime that is " + runtime);
            Law.require(
                    crew.extensions().stream().allMatch(member -> AT_REST.contains(member.state())),
                    () -> "idle, with a busy extension: " + crew.extensions());
        } else if (phase instanceof Registering) {
            Law.require(!runtime.isAlive(), () -> "registering, with a runtime that is " + runtime);
        } else if (phase instanceof Starting || phase instanceof Invoking || phase instanceof StoppingRuntime) {
            Law.require(runtime.isAlive(), () -> "no runtime in " + phase);
        } else if (phase instanceof StoppingExtensions) {
            Law.require(!crew.livingExternals().isEmpty(), () -> "nobody is left to stop");
        } else {
            Law.require(crew.extensions().isEmpty() && !runtime.isAlive(), () -> "somebody is there in " + phase);
        }
    }
}
