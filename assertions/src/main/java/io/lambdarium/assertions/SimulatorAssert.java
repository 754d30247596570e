// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.Timeline;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a simulator: most of them belong to those who live in it, so this is where one navigates.
 *
 * <pre>{@code
 * assertThat(lambda).runtime().started(1);
 * assertThat(lambda).extension("flusher").isToldToShutDown(TIMEOUT);
 * assertThat(lambda).environments().areReset(1);
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SimulatorAssert extends LambdaAssert<SimulatorAssert, Simulator> {

    SimulatorAssert(@Nullable Simulator actual, Consequence consequence) {
        super(actual, SimulatorAssert.class, consequence);
    }

    /** Goes on with assertions about the runtime. */
    public RuntimeAssert runtime() {
        isNotNull();
        return handOver(new RuntimeAssert(witness(), consequence()));
    }

    /** Goes on with assertions about the extension of that name, be it external or internal. */
    public ExtensionAssert extension(String name) {
        isNotNull();
        return handOver(new ExtensionAssert(witness(), name, consequence()));
    }

    /** Goes on with assertions about the execution environments. */
    public EnvironmentsAssert environments() {
        isNotNull();
        return handOver(new EnvironmentsAssert(witness(), consequence()));
    }

    /** Goes on with assertions about everything that happened. */
    public JournalAssert journal() {
        isNotNull();
        return handOver(new JournalAssert(witness(), consequence()));
    }

    /**
     * Verifies how many environments were started so far; {@link EnvironmentsAssert#areStarted} waits.
     *
     * <pre>{@code
     * assertThat(lambda).startedEnvironments(2);   // passes if two invocations ran at once
     * assertThat(lambda).startedEnvironments(2);   // fails if they came one after the other
     * }</pre>
     */
    public SimulatorAssert startedEnvironments(int count) {
        environments().wereStarted(count);
        return myself;
    }

    /**
     * Verifies that nothing looks wrong so far. Nobody is blamed for what there still is time for.
     *
     * <pre>{@code
     * assertThat(lambda).hasNoFindings();   // passes if everybody behaved
     * assertThat(lambda).hasNoFindings();   // fails if an extension did not ask for an event in time
     * }</pre>
     */
    public SimulatorAssert hasNoFindings() {
        return look("to have no findings", journal -> {
            List<String> findings = Timeline.of(journal).certainFindings();
            return findings.isEmpty() ? Verdict.holdsThroughout(journal) : Verdict.never("it has " + findings.size());
        });
    }

    @Override
    Journal witness() {
        return actual.journal();
    }

    @Override
    String subject() {
        return "the simulator";
    }
}
