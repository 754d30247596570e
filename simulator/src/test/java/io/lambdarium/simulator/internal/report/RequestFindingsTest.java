// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Story.ADA;
import static io.lambdarium.simulator.internal.report.Story.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import org.junit.jupiter.api.Test;

class RequestFindingsTest {

    @Test
    void an_invocation_was_throttled() {
        Story story = Story.running().responds(ADA).asks();

        story.adds(new Throttled(BOB, "ReservedFunctionConcurrentInvocationLimitExceeded"));

        assertThat(story.findings())
                .containsExactly(
                        "Invocation bob0 was throttled: ReservedFunctionConcurrentInvocationLimitExceeded. Invoke "
                                + "less at once, or deploy with a higher concurrency(…); 0 throttles everything.");
    }

    @Test
    void an_invocation_waits_for_an_environment_that_has_answered() {
        Story story = Story.running("flusher").responds(ADA).asks();

        story.isInvoked(BOB);

        assertThat(story.findings())
                .containsExactly(
                        "Everybody waits for extension \"flusher\": it has not asked for the next event after ada0 so far.",
                        "Invocation bob0 waits for an environment that has answered its last invocation but is not idle "
                                + "yet. It gets another one soon; in virtual time, advance the clock for that.");
        assertThat(Diagnosis.certain(story.chronicle())).isEmpty();
    }
}
