// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.internal.report.Story.idle;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShutdownFindingsTest {

    @Test
    void an_extension_asked_again_instead_of_exiting() {
        Story story = idle("flusher").shutsDown();

        story.at(10).asks("flusher").at(3_000);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" asked for another event after SHUTDOWN, which acknowledges nothing, "
                                + "and no event will come. Exit instead.");
    }

    @Test
    void an_extension_overran_its_deadline() {
        Story story = idle("flusher").shutsDown();

        story.at(3_000);

        assertThat(story.findings())
                .containsExactly("Extension \"flusher\" was told to shut down, had not exited at its deadline, and was "
                        + "killed. Exit before the deadline that comes with SHUTDOWN.");
    }

    @Test
    void an_extension_was_busy_and_never_told() {
        Story story = Story.running("flusher").at(10).exits(RUNTIME, 1);

        story.at(3_000);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime exited with status 1 while it held the event of ada0. "
                                + "It wrote nothing here: run it by hand with the same variables and print the exception "
                                + "that ends it.",
                        "Extension \"flusher\" was busy when the environment stopped and asked for no event any "
                                + "more, so it was not told to shut down, and was killed. Ask for the next event as soon as "
                                + "the work is done.");
    }
}
