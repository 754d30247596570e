// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;

import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReportAssertTest {

    private static final String REPORT = "Expected the REPORT of invocation 7f3c of function \"slow\" ";

    private final Diary diary = new Diary();
    private final Plea plea = Plea.in(diary);

    @Test
    void a_report_is_waited_for_and_then_looked_at() {
        diary.write(plea.requested(), plea.responded()).later(plea.completed(Duration.ofMillis(52)));

        assertThat(plea)
                .reports()
                .withStatus(Status.SUCCESS)
                .withoutError()
                .withDuration(Duration.ofMillis(12))
                .withInitDuration();
        assertThat(plea).reported().duration().isLessThan(Duration.ofSeconds(1));
        assertThat(plea).reported().initDuration().isEqualTo(Duration.ofMillis(52));
    }

    @Test
    void without_a_report_its_sister_is_named() {
        diary.write(plea.requested(), plea.assigned(Start.COLD), plea.started(), plea.responded());

        message(() -> assertThat(plea).reported()).isEqualTo("""
                Expected invocation 7f3c of function "slow" to have been reported, but the runtime or an extension is not done with it.

                    +0.000  invocation  7f3c requested, 2 bytes; given to environment 1, a cold start
                    +0.000  invocation  7f3c started; must end by +3.060
                    +0.000  invocation  7f3c answered, 21 bytes

                This looked only once; reports() would wait.""");
    }

    @Test
    void what_differs_is_said() {
        diary.write(plea.requested(), plea.failed(), plea.completed(Status.ERROR, "Runtime.ExitError"));
        ReportAssert report = assertThat(plea).reported();

        report.withErrorType("Runtime.ExitError").withoutInitDuration();
        firstLine(() -> report.withStatus(Status.SUCCESS))
                .isEqualTo(REPORT + "to have the status SUCCESS, but the status is ERROR.");
        firstLine(report::withoutError).isEqualTo(REPORT + "to have no error, but it has \"Runtime.ExitError\".");
        firstLine(() -> report.withErrorType("Sandbox.Timedout"))
                .isEqualTo(REPORT + "to have the error type \"Sandbox.Timedout\", but it has \"Runtime.ExitError\".");
        firstLine(() -> report.withDuration(Duration.ofMillis(13)))
                .isEqualTo(REPORT + "to have the duration 0.013 s, but the duration is 0.012 s.");
        firstLine(report::withInitDuration).isEqualTo(REPORT + "to have an init duration, but there is none.");
    }

    @Test
    void an_initialization_can_be_one_too_many() {
        diary.write(plea.requested(), plea.responded(), plea.completed(Duration.ofMillis(52)));

        firstLine(() -> assertThat(plea).reported().withoutInitDuration())
                .isEqualTo(REPORT + "to have no init duration, but it took 0.052 s to initialize.");
        firstLine(() -> assertThat(plea).reported().withErrorType("Runtime.ExitError"))
                .isEqualTo(REPORT + "to have the error type \"Runtime.ExitError\", but it has none.");
    }
}
