// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static io.lambdarium.simulator.internal.report.Story.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Endpoint;
import org.junit.jupiter.api.Test;

class HealthyLifeTest {

    @Test
    void a_cold_invocation_has_no_findings() {
        Story story = Story.idle("flusher", "shipper");

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_warm_invocation_has_no_findings() {
        Story story = Story.idle("flusher").isInvoked(BOB);

        story.responds(BOB).asks("flusher").asks();

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void an_error_of_the_function_has_no_findings() {
        Story story = Story.running().reportsError(ADA, "Handler.Oops").asks();

        story.at(60_000).shutsDown();

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void an_internal_extension_has_no_findings() {
        Story story = Story.with().registers("agent", "INVOKE").asks("agent").asks();

        story.responds(ADA).asks().asks("agent").shutsDown();

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void an_extension_that_exits_after_shutdown_has_no_findings() {
        Story story = Story.idle("flusher").at(700_000).shutsDown();

        story.at(700_100).exits(extension("flusher"), 0);

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void an_extension_that_wants_no_events_has_no_findings() {
        Story story = Story.with("flusher").registers("flusher").asks("flusher").asks();

        story.responds(ADA).asks().shutsDown();

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_runtime_that_ignores_sigterm_has_no_findings() {
        Story story = Story.withStubborn(RUNTIME, "flusher").registers("flusher", "SHUTDOWN");
        story.asks("flusher").asks().responds(ADA).asks();

        story.shutsDown().at(301).exits(extension("flusher"), 0);

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void a_timeout_blames_the_runtime_alone_if_the_extension_is_prompt() {
        Story story = Story.running("flusher").asks("flusher").at(3_000);

        story.at(3_100).exits(extension("flusher"), 0);

        assertThat(story.findings()).hasSize(1).first().asString().startsWith("The runtime took the event of ada0");
    }

    @Test
    void a_struck_call_that_is_repeated_has_no_findings() {
        Story story =
                Story.with().isStruck(Endpoint.RUNTIME_NEXT, "respond with 500").asks();

        story.responds(ADA).asks();

        assertThat(story.findings()).isEmpty();
    }

    @Test
    void several_polls_of_the_runtime_at_once_have_no_findings() {
        Story story = Story.with().asks().responds(ADA).asks().asks();

        story.isInvoked(BOB).responds(BOB).asks();

        assertThat(story.findings()).isEmpty();
    }
}
