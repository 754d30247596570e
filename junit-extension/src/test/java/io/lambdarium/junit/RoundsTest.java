// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Simulator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that run several times, one after another or at once. */
class RoundsTest {

    @Test
    void each_repetition_has_a_simulator_of_its_own() {
        Run.of(RepeatedTestCase.class).testEvents().assertStatistics(it -> it.succeeded(3));

        assertThat(RepeatedTestCase.SEEN).hasSize(3).doesNotHaveDuplicates().allMatch(Run::isClosed);
    }

    @Test
    void each_set_of_arguments_has_a_simulator_of_its_own_behind_the_arguments() {
        Run.of(ParameterizedTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(ParameterizedTestCase.SEEN)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(Run::isClosed);
    }

    @Test
    void dynamic_tests_share_the_open_simulator_of_their_factory() {
        Run.of(FactoryTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(FactoryTestCase.SEEN).hasSize(1).allMatch(Run::isClosed);
    }

    @Test
    void tests_that_run_at_once_do_not_meet() {
        Run.prepared(FirstCrowdTestCase.class, SecondCrowdTestCase.class, ThirdCrowdTestCase.class)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .execute()
                .testEvents()
                .assertStatistics(it -> it.succeeded(24));

        assertThat(Crowd.SEEN).hasSize(24).doesNotHaveDuplicates().allMatch(Run::isClosed);
    }

    @LambdaSimulator
    static class RepeatedTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @RepeatedTest(3)
        void again(Simulator lambda, RepetitionInfo round) {
            SEEN.add(lambda);
        }
    }

    @LambdaSimulator
    static class ParameterizedTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @ParameterizedTest
        @ValueSource(strings = {"one", "another"})
        void with(String argument, Simulator lambda, Journal journal) {
            SEEN.add(lambda);
        }
    }

    @LambdaSimulator
    static class FactoryTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @TestFactory
        Stream<DynamicTest> dynamic(Simulator lambda) {
            SEEN.add(lambda);
            return Stream.of("one", "another")
                    .map(name -> dynamicTest(
                            name, () -> assertThat(lambda.function()).isEmpty()));
        }
    }

    @LambdaSimulator
    @Execution(ExecutionMode.CONCURRENT)
    abstract static class Crowd {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @RepeatedTest(8)
        void member(Simulator lambda) {
            SEEN.add(lambda);
        }
    }

    static class FirstCrowdTestCase extends Crowd {}

    static class SecondCrowdTestCase extends Crowd {}

    static class ThirdCrowdTestCase extends Crowd {}
}
