// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.LambdaAssertions.INVOCATION;
import static io.lambdarium.assertions.LambdaAssertions.JOURNAL;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.assertions.LambdaAssertions.await;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdarium.fixtures.Runtimes;
import io.lambdarium.simulator.Gate;
import io.lambdarium.simulator.Simulator;
import java.util.List;
import org.awaitility.core.TerminalFailureException;
import org.junit.jupiter.api.Test;

class LambdaAssertionsTest {

    @Test
    void ours_and_those_of_assertj_stand_side_by_side() {
        Diary diary = new Diary();
        Plea plea = Plea.in(diary);
        diary.write(plea.requested(), plea.responded());

        assertThat(plea).succeeds();
        assertThat(diary).contained(EventConditions.responded(plea));
        assertThat(diary.entries()).hasSize(2).areExactly(1, EventConditions.responded(plea));
        assertThat("a string").startsWith("a");
    }

    @Test
    void assertj_leads_to_ours() {
        Diary diary = new Diary();
        Plea plea = Plea.in(diary);
        diary.write(plea.requested(), plea.responded());

        assertThat(List.of(plea)).first(as(INVOCATION)).succeeds();
        assertThat((Object) diary).asInstanceOf(JOURNAL).contained(EventConditions.requested(plea));
    }

    @Test
    void awaitility_waits_for_what_is_outside() {
        try (Simulator lambda = Simulator.start()) {
            Gate outside = new Gate();
            lambda.deploy(function("opener").runtime(Runtimes.answering(event -> {
                outside.open();
                return event;
            })));
            lambda.invoke("{}");

            await(lambda).until(outside::isOpen);

            assertThat(outside.isOpen()).isTrue();
        }
    }

    @Test
    void awaitility_fails_fast_with_the_story_when_somebody_dies() {
        try (Simulator lambda = Simulator.start()) {
            lambda.deploy(function("crasher").runtime(Runtimes.crashing(3)));
            var patience = await(lambda);
            lambda.invoke("{}");

            var failure = catchThrowableOfType(TerminalFailureException.class, () -> patience.until(() -> false));

            assertThat(failure)
                    .rootCause()
                    .hasMessageStartingWith(
                            "Expected everybody to live while the test waits, but the runtime died: Runtime.ExitError.")
                    .hasMessageContaining("  runtime        exited with status 3: Runtime.ExitError");
        }
    }

    @Test
    void awaitility_does_not_wait_for_a_closed_simulator() {
        Simulator lambda = Simulator.start();
        lambda.close();

        var failure = catchThrowableOfType(
                TerminalFailureException.class, () -> await(lambda).until(() -> false));

        assertThat(failure)
                .rootCause()
                .hasMessageStartingWith(
                        "Expected everybody to live while the test waits, but the simulator is closed.");
    }
}
