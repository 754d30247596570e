// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.EventConditions.environmentReset;
import static io.lambdarium.assertions.EventConditions.launched;
import static io.lambdarium.assertions.EventConditions.registered;
import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.ShutdownReason.SPINDOWN;

import io.lambdarium.fixtures.Runtimes;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Nobody can say of all that happened what the rest of a journal says. */
class BoundedJournalTest {

    private final Diary diary = new Diary();

    /** Nothing is left but that the flusher registered, and what was not kept might have been anything. */
    private void forget() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1)).keepingLast(2);
    }

    private static void isUnknown(ThrowingCallable assertion) {
        firstLine(assertion)
                .endsWith("but 2 earlier entries were not kept and may say otherwise: raise "
                        + "SimulatorOptions.journalLimit(…).");
    }

    @Test
    void what_never_happened_is_not_known() {
        forget();

        isUnknown(() -> assertThat(diary).neverContained(environmentReset()));
        isUnknown(() -> flusher().wasNeverToldToShutDown());
        firstLine(() -> assertThat(diary).neverContained(launched("flusher"))).endsWith("but it did.");
    }

    @Test
    void how_often_something_happened_is_not_known() {
        forget();

        isUnknown(() -> flusher().started(1));
        isUnknown(() -> flusher().starts(2));
        isUnknown(() -> environments().wereReset(0));
        isUnknown(() -> assertThat(diary).containedExactly(launched("flusher"), registered("flusher")));
        isUnknown(() -> assertThat(diary).containsExactly(environmentReset()));
        firstLine(() -> flusher().started(0)).endsWith("but it started once.");
    }

    @Test
    void whether_all_environments_ended_is_not_known() {
        forget();
        diary.write(Flusher.environment(), Flusher.terminated(SPINDOWN));

        isUnknown(() -> environments().ended());
        isUnknown(() -> environments().wereShutDown(SPINDOWN));
    }

    @Test
    void what_did_happen_is_known() {
        forget();

        assertThat(diary).contained(registered("flusher"));
        flusher().registered();
    }

    @Test
    void a_simulator_says_how_much_it_did_not_keep() {
        try (Simulator lambda = Simulator.start(SimulatorOptions.defaults().journalLimit(1))) {
            lambda.deploy(function("echo").runtime(Runtimes.echo()));
            for (int i = 0; i < 30; i++) {
                assertThat(lambda.invoke("{}")).completes();
            }

            firstLine(() -> assertThat(lambda).startedEnvironments(1)).contains(" earlier entries were not kept");
            firstLine(() -> assertThat(lambda).hasNoFindings()).contains(" earlier entries were not kept");
        }
    }

    private ExtensionAssert flusher() {
        return new ExtensionAssert(diary, "flusher", Consequence.AT_ONCE);
    }

    private EnvironmentsAssert environments() {
        return new EnvironmentsAssert(diary, Consequence.AT_ONCE);
    }
}
