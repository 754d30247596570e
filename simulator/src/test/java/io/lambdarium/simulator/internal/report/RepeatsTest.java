// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Endpoint;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    @Test
    void who_calls_in_vain_again_and_again_is_told_of_once() {
        Story story = Story.with();

        for (int call = 0; call < 100; call++) {
            story.at(call).isSettled(Endpoint.UNKNOWN, new Answer.NotFound(), "GET /next");
        }

        assertThat(story.asks().text()).contains("""
                +0.000  someone        GET /next                                 refused: 404, no such path
                +0.001  someone        … the same 99 times more, until +0.099
                +0.099  runtime        GET /runtime/invocation/next""");
    }

    @Test
    void who_does_two_things_in_vain_by_turns_is_told_of_once() {
        Story story = Story.running();

        for (int call = 1; call <= 100; call++) {
            story.at(call).responds("1234").asks();
        }

        assertThat(story.text()).contains("""
                +0.001  runtime        POST /runtime/invocation/1234/response    refused: 400 InvalidRequestID, Invalid request ID
                +0.001  runtime        GET /runtime/invocation/next              given ada0; must answer by +3.000
                +0.002  runtime        … these two 99 times more, until +0.100""");
    }

    @Test
    void a_few_calls_in_vain_are_shown_one_by_one() {
        Story story = Story.with();

        for (int call = 0; call < 4; call++) {
            story.isSettled(Endpoint.UNKNOWN, new Answer.NotFound(), "GET /next");
        }

        assertThat(story.text().lines())
                .filteredOn(line -> line.contains("404"))
                .hasSize(4);
    }
}
