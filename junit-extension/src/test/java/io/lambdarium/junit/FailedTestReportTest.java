// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static io.lambdarium.simulator.Bootstrap.attached;
import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class FailedTestReportTest {

    @TempDir
    Path reports;

    @Test
    void a_failure_tells_what_happened_beside_its_own_message() {
        EngineExecutionResults results = Run.reportingTo(reports, FailingTestCase.class);

        Throwable failure = onlyFailure(results);
        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("broken");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(story -> assertThat(story)
                        .hasMessageStartingWith("What happened in Lambda before this test failed\n\n")
                        .hasMessageContaining("environment 1")
                        .hasMessageNotContaining("Nobody has called")
                        .hasMessageEndingWith("Whole timeline: " + file(FailingTestCase.class, "failing")));
    }

    /** Virtual time does not tell for how long nothing has happened. */
    @Test
    void in_virtual_time_a_failure_tells_for_whom_everybody_waits() {
        EngineExecutionResults results = Run.reportingTo(reports, VirtualTestCase.class);

        assertThat(onlyFailure(results).getSuppressed())
                .singleElement()
                .satisfies(story -> assertThat(story).hasMessageContaining("Nobody has called the simulator"));
    }

    @Test
    void the_whole_timeline_is_written_and_announced() {
        EngineExecutionResults results = Run.reportingTo(reports, FailingTestCase.class);

        Path file = file(FailingTestCase.class, "failing");
        assertThat(file).content().contains("environment 1", "Nobody has called the simulator");
        assertThat(Run.published(results)).anyMatch(entry -> entry.contains(file.toString()));
    }

    @Test
    @WithProcesses(tools = Tool.SH)
    void all_that_was_written_stands_in_the_file_too() {
        Run.reportingTo(reports, WritingTestCase.class);

        assertThat(file(WritingTestCase.class, "failing"))
                .content()
                .contains("runtime        … ", " lines more")
                .contains("Everything that was logged:\nINIT_START", "\nline 17\n", "\nline 18\n");
    }

    @Test
    void a_failure_that_tells_the_story_already_is_not_told_it_twice() {
        EngineExecutionResults results = Run.reportingTo(reports, TellingTestCase.class);

        assertThat(onlyFailure(results).getSuppressed())
                .singleElement()
                .satisfies(story -> assertThat(story)
                        .hasMessageNotContaining("environment 1")
                        .hasMessageContaining("Whole timeline: "));
    }

    @Test
    void an_aborted_test_writes_nothing() {
        Run.reportingTo(reports, AbortedTestCase.class).testEvents().assertStatistics(it -> it.aborted(1));

        assertThat(reports).isEmptyDirectory();
    }

    @Test
    void a_passed_test_writes_nothing() {
        Run.reportingTo(reports, PassingTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));

        assertThat(reports).isEmptyDirectory();
    }

    @Test
    void a_test_that_never_asked_for_a_simulator_has_nothing_to_tell() {
        EngineExecutionResults results = Run.reportingTo(reports, UninterestedTestCase.class);

        assertThat(onlyFailure(results).getSuppressed()).isEmpty();
        assertThat(reports).isEmptyDirectory();
    }

    @Test
    void a_test_that_failed_before_anything_happened_says_so() {
        EngineExecutionResults results = Run.reportingTo(reports, EarlyTestCase.class);

        assertThat(onlyFailure(results).getSuppressed())
                .singleElement()
                .satisfies(
                        story -> assertThat(story).hasMessage("Nothing had happened in Lambda when this test failed"));
        assertThat(reports).isEmptyDirectory();
    }

    @Test
    void two_extensions_tell_the_story_once() {
        EngineExecutionResults results = Run.reportingTo(reports, MixedTestCase.class);

        assertThat(onlyFailure(results).getSuppressed()).hasSize(1);
    }

    @Test
    void a_folder_that_cannot_be_written_hides_nothing() throws IOException {
        Path occupied = Files.writeString(reports.resolve("occupied"), "");

        EngineExecutionResults results = Run.reportingTo(occupied, FailingTestCase.class);

        Throwable failure = onlyFailure(results);
        assertThat(failure).hasMessage("broken");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(story -> assertThat(story)
                        .hasMessageContaining("environment 1")
                        .hasMessageContaining("The whole timeline could not be written below " + occupied)
                        .hasMessageContaining(ReportFile.PARAMETER));
    }

    @Test
    void a_folder_that_cannot_even_be_named_hides_nothing() {
        EngineExecutionResults results = Run.prepared(FailingTestCase.class)
                .configurationParameter(ReportFile.PARAMETER, "no\0folder")
                .execute();

        assertThat(onlyFailure(results)).hasMessage("broken");
        assertThat(onlyFailure(results).getSuppressed())
                .singleElement()
                .satisfies(story -> assertThat(story).hasMessageContaining("could not be written"));
    }

    private Path file(Class<?> testCase, String test) {
        return reports.resolve(testCase.getName().replace('$', '.')).resolve(test + ".txt");
    }

    private static Throwable onlyFailure(EngineExecutionResults results) {
        List<Throwable> failures = Run.failures(results);
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private static void live(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(attached()));
        lambda.initialize(1);
    }

    @LambdaSimulator
    static class FailingTestCase {
        @Test
        void failing(Simulator lambda) {
            live(lambda);
            throw new IllegalStateException("broken");
        }
    }

    @LambdaSimulator(time = SimulatorOptions.Time.VIRTUAL)
    static class VirtualTestCase {
        @Test
        void failing(Simulator lambda) {
            live(lambda);
            throw new IllegalStateException("broken");
        }
    }

    @LambdaSimulator
    static class WritingTestCase {
        @Test
        void failing(Simulator lambda) {
            String script = "for line in 1 2 3 4 5 6 7 8 9; do echo line $line; echo line 1$line; done; exit 1";
            lambda.deploy(function("chatty").runtime(process("/bin/sh", "-c", script)));
            lambda.invoke("{}").awaitReport();
            throw new IllegalStateException("broken");
        }
    }

    @LambdaSimulator
    static class TellingTestCase {
        @Test
        void telling(Simulator lambda) {
            live(lambda);
            throw new AssertionError("broken:\n" + lambda.timeline());
        }
    }

    @LambdaSimulator
    static class AbortedTestCase {
        @Test
        void aborted(Simulator lambda) {
            live(lambda);
            abort("not today");
        }
    }

    @LambdaSimulator
    static class PassingTestCase {
        @Test
        void passing(Simulator lambda) {
            live(lambda);
        }
    }

    @LambdaSimulator
    static class UninterestedTestCase {
        @Test
        void uninterested() {
            throw new AssertionError("unrelated");
        }
    }

    @LambdaSimulator
    static class EarlyTestCase {
        @Test
        void early(Simulator lambda) {
            throw new IllegalStateException("broken");
        }
    }

    @LambdaSimulator
    static class MixedTestCase {
        @RegisterExtension
        static final LambdaSimulatorExtension LAMBDA = LambdaSimulatorExtension.with(SimulatorOptions.defaults());

        @Test
        void failing(Simulator lambda) {
            throw new IllegalStateException("broken");
        }
    }
}
