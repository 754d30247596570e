// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    @Test
    void the_cause_comes_before_its_consequence() {
        Story story = Story.with("flusher").registers("flusher");

        story.asks().at(10_000);

        assertThat(story.findings())
                .satisfiesExactly(
                        cause -> assertThat(cause).contains("registered but never asked"),
                        consequence -> assertThat(consequence).contains("was not done within 10.000 s"));
    }

    @Test
    void what_was_refused_comes_before_what_became_of_who_could_not_bear_it() {
        Story twice = Story.running().responds(ADA).responds(ADA).exits(RUNTIME, 1);
        Story another = Story.running().responds("1234").exits(RUNTIME, 1);
        Story large = Story.running().responds(ADA, 6_291_557).exits(RUNTIME, 1);

        assertThat(twice.findings()).first().asString().startsWith("The runtime answered ada0 twice");
        assertThat(another.findings()).first().asString().startsWith("The runtime answered for request \"1234\"");
        assertThat(large.findings()).first().asString().startsWith("The answer to ada0 was refused");
    }

    @Test
    void an_earlier_life_comes_before_a_later_one() {
        Story story = Story.with().exits(RUNTIME, 3);

        story.at(4_000);

        assertThat(story.findings())
                .satisfiesExactly(
                        first -> assertThat(first).contains("exited with status 3"),
                        second -> assertThat(second).contains("Nobody has called"),
                        third -> assertThat(third).contains("initialization inside the invocation"));
    }

    @Test
    void what_may_still_happen_is_not_missed_where_something_else_explains_the_story() {
        Story story = Story.with();

        story.exits(RUNTIME, 3);

        assertThat(story.findings()).hasSize(1).first().asString().contains("exited with status 3");
    }

    @Test
    void nobody_is_certainly_wrong_who_still_has_time() {
        Story story = Story.running();

        story.responds(ADA);

        assertThat(story.findings()).hasSize(1).first().asString().startsWith("Everybody waits for the runtime");
        assertThat(Diagnosis.certain(story.chronicle())).isEmpty();
    }

    @Test
    void a_struck_call_may_still_be_repeated() {
        Story story = Story.with();

        story.isStruck(Endpoint.RUNTIME_NEXT, "respond with 500");

        assertThat(story.findings()).hasSize(1).first().asString().startsWith("The fault");
        assertThat(Diagnosis.certain(story.chronicle())).isEmpty();
    }

    @Test
    void a_crowd_of_findings_is_cut() {
        Story story = Story.with();

        IntStream.range(0, 30).forEach(id -> story.adds(new Throttled(id + "-request", "Limit")));

        assertThat(story.findings()).hasSize(11).last().isEqualTo("There is more of this kind: 21 findings.");
    }

    @Test
    void the_environment_is_named_where_there_are_several() {
        Chronicle one = Story.with().exits(RUNTIME, 3).chronicle();
        Stream<Entry> elsewhere = one.entries().stream()
                .map(entry ->
                        new Entry(entry.sequence(), entry.at(), Optional.of(new EnvironmentId(2)), entry.event()));
        List<Entry> both = Stream.concat(one.entries().stream(), elsewhere).toList();

        List<String> findings = Diagnosis.of(new Chronicle(one.began(), 0, both));

        assertThat(findings)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("In environment 1: The runtime exited"),
                        second -> assertThat(second).startsWith("In environment 2: The runtime exited"));
    }
}
