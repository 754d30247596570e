// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class PatienceTest {

    @Test
    void patience_is_written_as_number_and_unit_or_in_iso_8601() {
        Run.of(WrittenTestCase.class).testEvents().assertStatistics(it -> it.succeeded(4));
    }

    @Test
    void the_configuration_says_what_the_annotation_leaves_open() {
        Run.prepared(ConfiguredTestCase.class)
                .configurationParameter(Patience.PARAMETER, "11 s")
                .execute()
                .testEvents()
                .assertStatistics(it -> it.succeeded(2));
    }

    @Test
    void what_is_no_duration_is_refused_in_whole_sentences() {
        EngineExecutionResults results = Run.of(NonsenseTestCase.class);

        assertThat(Run.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("Cannot wait for \"ages\", which @LambdaSimulator(patience = …) asks for")
                        .hasMessageContaining("Write a number and a unit, such as 500ms, 10s or 2m")
                        .hasNoSuppressedExceptions());
    }

    @Test
    void what_is_not_positive_is_refused() {
        EngineExecutionResults results = Run.of(NothingTestCase.class);

        assertThat(Run.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("\"0s\""));
    }

    static class WrittenTestCase {
        @Test
        @LambdaSimulator(patience = "500ms")
        void milliseconds(Simulator lambda) {
            assertThat(lambda.options().patience()).isEqualTo(ofMillis(500));
        }

        @Test
        @LambdaSimulator(patience = "2 m")
        void minutes(Simulator lambda) {
            assertThat(lambda.options().patience()).isEqualTo(ofMinutes(2));
        }

        @Test
        @LambdaSimulator(patience = "PT1.5S")
        void iso(Simulator lambda) {
            assertThat(lambda.options().patience()).isEqualTo(ofMillis(1_500));
        }

        @Test
        @LambdaSimulator
        void by_default(Simulator lambda) {
            assertThat(lambda.options().patience()).isEqualTo(ofSeconds(10));
        }
    }

    @LambdaSimulator
    static class ConfiguredTestCase {
        @Test
        void open(Simulator lambda) {
            assertThat(lambda.options().patience()).isEqualTo(ofSeconds(11));
        }

        @Test
        @LambdaSimulator(patience = "1s")
        void said(Simulator lambda) {
            assertThat(lambda.options().patience()).isEqualTo(ofSeconds(1));
        }
    }

    @LambdaSimulator(patience = "ages")
    static class NonsenseTestCase {
        @Test
        void test(Simulator lambda) {}
    }

    @LambdaSimulator(patience = "0s")
    static class NothingTestCase {
        @Test
        void test(Simulator lambda) {}
    }
}
