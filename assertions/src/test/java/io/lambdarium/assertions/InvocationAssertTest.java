// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.event.Participant.RUNTIME;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvocationAssertTest {

    private final Diary diary = new Diary();
    private final Plea plea = Plea.in(diary);

    private void begin() {
        diary.write(plea.requested(), plea.assigned(Start.COLD)).at(60).write(plea.started());
    }

    @Test
    void what_was_expected_to_succeed_but_timed_out_tells_its_story() {
        begin();
        diary.at(3_060).write(plea.timedOut());

        message(() -> assertThat(plea).succeeds()).isEqualTo("""
                Expected invocation 7f3c of function "slow" to succeed, but it timed out after 3.000 s.

                    +0.000  invocation  7f3c requested, 2 bytes; given to environment 1, a cold start
                    +0.060  invocation  7f3c started; must end by +3.060
                  → +3.060  invocation  7f3c timed out after 3.000 s""");
    }

    @Test
    void present_tense_waits_for_the_result() {
        begin();
        diary.at(70).later(plea.responded());

        assertThat(plea).succeeds();
    }

    @Test
    void past_tense_on_something_unfinished_names_its_sister() {
        begin();

        message(() -> assertThat(plea).succeeded()).isEqualTo("""
                Expected invocation 7f3c of function "slow" to have succeeded, but it is still running.

                    +0.000  invocation  7f3c requested, 2 bytes; given to environment 1, a cold start
                  → +0.060  invocation  7f3c started; must end by +3.060

                This looked only once; succeeds() would wait.""");
    }

    @Test
    void patience_ends() {
        begin();

        firstLine(() -> assertThat(plea).succeeds())
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to succeed, but it is still running, "
                        + "after 10.000 s of waiting.");
    }

    @Test
    void patience_can_be_another() {
        begin();
        diary.later(plea.responded());

        firstLine(() -> assertThat(plea).waitingUpTo(Duration.ZERO).succeeds())
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to succeed, but it is still running, "
                        + "after 0.000 s of waiting.");
    }

    @Test
    void a_closed_simulator_ends_all_patience() {
        begin();
        diary.closed();

        firstLine(() -> assertThat(plea).succeeds())
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to succeed, but it is still running, "
                        + "and the simulator is closed.");
    }

    @Test
    void in_virtual_time_the_test_is_reminded_of_the_clock() {
        begin();
        diary.inVirtualTime();

        firstLine(() -> assertThat(plea).timesOut())
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to time out, but it is still running, "
                        + "after 10.000 s of waiting; time is virtual, so whatever is due later needs "
                        + "lambda.time().advance(…).");
    }

    @Test
    void each_ending_is_told_from_the_others() {
        begin();
        diary.write(plea.failed());

        assertThat(plea).fails().failed().failsWith("Runtime.ExitError").failedWith("Runtime.ExitError");
        firstLine(() -> assertThat(plea).failsWith("Runtime.Unknown"))
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to fail with Runtime.Unknown, but it failed "
                        + "with Runtime.ExitError: {\"a\": 1, \"b\": [1, 2]}.");
        firstLine(() -> assertThat(plea).timedOut()).contains("to have timed out, but it failed");
        firstLine(() -> assertThat(plea).wasThrottled()).contains("to have been throttled, but it failed");
    }

    @Test
    void a_timeout_is_no_failure() {
        begin();
        diary.write(plea.timedOut());

        assertThat(plea).timesOut().timedOut();
        firstLine(() -> assertThat(plea).fails())
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to fail, but it timed out after 3.000 s.");
    }

    @Test
    void what_is_throttled_never_completes() {
        diary.write(plea.requested(), plea.throttled());

        assertThat(plea).isThrottled().wasThrottled();
        firstLine(() -> assertThat(plea).completes())
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to complete, but there is no REPORT of it: "
                        + "it was throttled: ReservedFunctionConcurrentInvocationLimitExceeded.");
    }

    @Test
    void completion_is_more_than_a_result() {
        begin();
        diary.write(plea.responded());

        message(() -> assertThat(plea).completed())
                .contains(
                        "to have completed, but the runtime or an extension is not done with it.",
                        "This looked only once; completes() would wait.");
        diary.later(plea.completed(Status.SUCCESS, ""));
        assertThat(plea).completes().completed();
    }

    @Test
    void running_means_without_a_result() {
        begin();

        assertThat(plea).isRunning();
        diary.write(plea.responded());
        firstLine(() -> assertThat(plea).isRunning())
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to be running, but it succeeded with "
                        + "{\"a\": 1, \"b\": [1, 2]}.");
    }

    @Test
    void before_it_runs_it_says_what_it_waits_for() {
        diary.write(plea.requested());

        firstLine(() -> assertThat(plea).succeeded()).contains("but it waits for an environment.");
        diary.write(plea.assigned(Start.COLD));
        firstLine(() -> assertThat(plea).succeeded()).contains("but its environment is still initializing.");
    }

    @Test
    void descriptions_stand_before_the_story() {
        begin();

        firstLine(() -> assertThat(plea).as("the first of two").succeeded())
                .startsWith("[the first of two] Expected invocation 7f3c");
    }

    @Test
    void no_invocation_is_no_invocation() {
        Invocation none = null;

        message(() -> assertThat(none).succeeds()).contains("Expecting actual not to be null");
    }

    @Test
    void lines_are_waited_for_until_the_report() {
        begin();
        diary.at(70).later(new Wrote(RUNTIME, 1, Stream.OUTPUT, "serving Ada"), plea.responded());
        diary.later(plea.completed(Status.SUCCESS, ""));

        assertThat(plea).logs("serving Ada").logged("serving Ada");
        message(() -> assertThat(plea).logs("serving")).isEqualTo("""
                Expected invocation 7f3c of function "slow" to log the line "serving", but lines are compared whole, \
                and this one is "serving Ada".

                    +0.000  invocation  7f3c requested, 2 bytes; given to environment 1, a cold start
                    +0.060  invocation  7f3c started; must end by +3.060
                    +0.070  runtime     wrote: serving Ada
                    +0.070  invocation  7f3c answered, 21 bytes
                  → +0.070  invocation  7f3c completed after 0.012 s: SUCCESS""");
    }

    @Test
    void a_line_of_the_initialization_is_looked_for_where_it_is() {
        diary.write(new Wrote(RUNTIME, 1, Stream.OUTPUT, "starting"));
        begin();
        diary.write(plea.completed(Status.SUCCESS, ""));

        message(() -> assertThat(plea).logged("starting"))
                .contains("but it was written during an initialization, which belongs to no invocation: "
                        + "assertThat(lambda).runtime().wroteLine(…).");
    }

    @Test
    void what_was_not_written_yet_can_still_be_logged() {
        begin();

        message(() -> assertThat(plea).logged("serving Ada"))
                .startsWith(
                        "Expected invocation 7f3c of function \"slow\" to have logged the line \"serving Ada\", but "
                                + "nothing was written (a line counts when its line feed comes, and a program may keep it in a "
                                + "buffer till then).")
                .endsWith("This looked only once; logs(…) would wait.");
    }

    @Test
    void the_log_is_a_text_for_the_assertions_of_assertj() {
        begin();
        diary.write(plea.completed(Status.TIMEOUT, "Sandbox.Timedout"));

        assertThat(plea).log().startsWith("START RequestId: " + Plea.ID).endsWith("Status: timeout\n");
        message(() -> assertThat(plea).log().contains("INIT_START")).contains("to contain");
    }
}
