// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.EventConditions.environmentReset;
import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DescriptionTest {

    private final Diary diary = new Diary();
    private final Plea plea = Plea.in(diary);

    private void complete() {
        diary.write(plea.requested(), plea.responded(), plea.completed(Duration.ofMillis(5)));
    }

    private InvocationAssert described() {
        return assertThat(plea).as("SCALING %s", "IN");
    }

    private static void isDescribed(ThrowingCallable assertion) {
        firstLine(assertion).startsWith("[SCALING IN] ");
    }

    @Test
    void from_a_simulator_a_description_goes_along() {
        try (Simulator lambda = Simulator.start(SimulatorOptions.defaults().virtualTime())) {
            SimulatorAssert described = assertThat(lambda).as("SCALING IN");

            isDescribed(() -> described.runtime().started(1));
            isDescribed(() -> described.extension("flusher").registered());
            isDescribed(() -> described.environments().wereStarted(1));
            isDescribed(() -> described.journal().contained(environmentReset()));
            isDescribed(() -> described.startedEnvironments(1));
        }
    }

    @Test
    void from_an_invocation_a_description_goes_along() {
        complete();

        isDescribed(() -> described().reports().withStatus(Status.ERROR));
        isDescribed(() -> described().reported().duration().isZero());
        isDescribed(() -> described().reports().initDuration().isZero());
        isDescribed(() -> described().log().startsWith("END"));
        isDescribed(() -> described().payload().isEmpty());
    }

    @Test
    void what_is_described_anew_is_not_called_by_both() {
        complete();

        firstLine(() -> described().reports().as("LATER").withStatus(Status.ERROR))
                .startsWith("[LATER] Expected");
        firstLine(() -> assertThat(plea).reports().withStatus(Status.ERROR)).startsWith("Expected");
    }

    @Test
    void notes_are_described_too() {
        complete();
        SoftLambdaAssertions softly = new SoftLambdaAssertions();

        softly.assertThat(plea).as("SCALING IN").payload().isEmpty();
        softly.assertThat(plea).as("SCALING IN").reports().duration().isZero();

        assertThat(softly.errorsCollected())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).hasMessageStartingWith("[SCALING IN] "));
    }
}
