// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static io.lambdarium.simulator.event.Signal.SIGKILL;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Exit;
import org.junit.jupiter.api.Test;

class ExitFindingsTest {

    @Test
    void the_runtime_died_while_it_held_an_event() {
        Story story = Story.running();

        story.at(40).exits(RUNTIME, 3);

        assertThat(story.findings())
                .containsExactly("The runtime exited with status 3 while it held the event of ada0. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it.");
    }

    @Test
    void the_runtime_died_and_wrote_nothing_that_says_why() {
        Story story = Story.running().writes(RUNTIME, "Picked up JAVA_TOOL_OPTIONS: -Xmx64m");

        story.at(40).exits(RUNTIME, 3);

        assertThat(story.findings()).singleElement().asString().endsWith(" Look for the reason in what it wrote.");
    }

    @Test
    void the_runtime_was_killed_while_it_held_an_event() {
        Story story = Story.running();

        story.at(40).exits(RUNTIME, Exit.by(SIGKILL));

        assertThat(story.findings())
                .containsExactly("The runtime ended with SIGKILL while it held the event of ada0. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it.");
    }

    @Test
    void the_runtime_returned_while_it_held_an_event() {
        Story story = Story.running();

        story.at(40).exits(RUNTIME, 0);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime exited with status 0 while it held the event of ada0. Let it answer, and then "
                                + "ask for the next event, again and again.");
    }

    @Test
    void the_runtime_left_after_its_answer() {
        Story story = Story.running().responds(ADA);

        story.at(40).exits(RUNTIME, 0);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime answered ada0 and then exited with status 0 instead of asking for the next "
                                + "event, so the environment was reset. Serve events in a loop.");
    }

    @Test
    void the_runtime_left_while_it_was_idle() {
        Story story = Story.running().responds(ADA).asks();

        story.at(40).exits(RUNTIME, 1);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime exited with status 1 while it waited for an event, so the environment was "
                                + "reset. "
                                + "It wrote nothing here: run it by hand with the same variables and print the exception "
                                + "that ends it.");
    }

    @Test
    void an_extension_crashed() {
        Story story = Story.running("flusher").responds(ADA);

        story.at(40).exits(extension("flusher"), 2);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" exited with status 2 although nobody told it to shut down, so the "
                                + "environment was reset. "
                                + "It wrote nothing here: run it by hand with the same variables and print the exception "
                                + "that ends it.");
    }

    @Test
    void an_extension_returned_too_early() {
        Story story = Story.running("flusher").responds(ADA);

        story.at(40).exits(extension("flusher"), 0);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" exited with status 0 although nobody told it to shut down, so the "
                                + "environment was reset. It returned too early: let it ask for events until it is told to "
                                + "shut down.");
    }

    @Test
    void an_answer_that_an_exit_has_overtaken_is_no_second_answer() {
        Story story = Story.withStubborn(RUNTIME, "flusher")
                .registers("flusher")
                .asks("flusher")
                .asks();

        story.at(40).exits(extension("flusher"), 2).responds(ADA);

        assertThat(story.findings()).hasSize(1).first().asString().startsWith("Extension \"flusher\" exited");
    }
}
