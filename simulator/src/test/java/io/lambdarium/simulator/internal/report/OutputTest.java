// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static io.lambdarium.simulator.internal.report.Story.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void what_processes_write_stands_where_they_wrote_it() {
        Story story = Story.ofProcesses();
        story.at(20).writes(RUNTIME, "starting").asks();
        story.at(30)
                .writesToStderr(RUNTIME, "hm")
                .logs(RUNTIME, "line one\nline two")
                .responds(ADA)
                .asks();
        story.at(40).isInvoked(BOB);

        assertThat(story.text()).isEqualTo("""
                +0.000  invocation     ada0 requested, 12 bytes; given to environment 1, a cold start
                +0.000  environment 1  started; must be initialized by +10.000
                +0.000  runtime        launched
                +0.020  runtime        wrote: starting
                +0.020  runtime        GET /runtime/invocation/next              parked
                +0.020  environment 1  initialized after 0.020 s; idle
                +0.020  invocation     ada0 started; must end by +3.020
                +0.020  runtime        given ada0; must answer by +3.020
                +0.030  runtime        wrote to stderr: hm
                +0.030  runtime        logged: line one\\u000aline two
                +0.030  runtime        POST /runtime/invocation/ada0/response    accepted, 2 bytes
                +0.030  runtime        GET /runtime/invocation/next              parked
                +0.030  invocation     ada0 completed after 0.010 s: SUCCESS; idle and frozen
                +0.040  invocation     bob0 requested, 12 bytes; given to environment 1, a warm start
                +0.040  invocation     bob0 started; must end by +3.040
                +0.040  runtime        given bob0; must answer by +3.040""");
    }

    @Test
    void a_flood_is_told_by_how_it_begins_and_how_it_ends() {
        Story story = Story.running("flusher");
        for (int line = 1; line <= 5_000; line++) {
            story.at(line / 10).writes(RUNTIME, "line " + line);
        }

        assertThat(story.writes(extension("flusher"), "flushed").text()).contains("""
                +0.000  runtime        wrote: line 1
                +0.000  runtime        wrote: line 2
                +0.000  runtime        wrote: line 3
                +0.000  runtime        … 4994 lines more, until +0.499
                +0.499  runtime        wrote: line 4998
                +0.499  runtime        wrote: line 4999
                +0.500  runtime        wrote: line 5000
                +0.500  flusher        wrote: flushed""");
    }

    @Test
    void a_few_lines_are_shown_one_by_one() {
        Story story = Story.running().writes(RUNTIME, "1", "2", "3", "4", "5", "6", "7");

        assertThat(story.text().lines())
                .filteredOn(line -> line.contains("wrote"))
                .hasSize(7);
    }

    @Test
    void output_can_neither_steer_a_terminal_nor_forge_a_line() {
        Story story = Story.running().writes(RUNTIME, "\u001b[2J\rREPORT \u202e" + "x".repeat(500));

        assertThat(story.text())
                .contains("wrote: \\u001b[2J\\u000dREPORT \\u202ex")
                .doesNotContain("\u001b", "\u202e");
        assertThat(story.text().lines()).allMatch(line -> line.length() < 300);
    }

    @Test
    void whoever_writes_does_not_leave_by_that() {
        Story story = Story.with().asks().writes(RUNTIME, "hello").at(50).hangsUp();

        assertThat(story.text()).contains("the caller hung up");
    }

    @Test
    void what_cannot_be_launched_takes_one_line() {
        Story story = Story.with("flusher");

        story.isNotLaunched(
                extension("flusher"), "PermissionDenied", "fork/exec /opt/extensions/flusher: permission denied");

        assertThat(story.text()).contains("""
                +0.000  flusher        could not be launched: PermissionDenied (fork/exec /opt/extensions/flusher: permission denied)
                """);
    }

    @Test
    void who_is_killed_for_want_of_memory_says_so() {
        Story story = Story.running().runsOutOfMemory(RUNTIME, true).runsOutOfMemory(RUNTIME, false);

        assertThat(story.text()).contains("""
                runtime        a process that it had started is killed: the processes of the environment use 131 MB
                """, """
                runtime        is killed: the processes of the environment use 131 MB
                """);
    }
}
