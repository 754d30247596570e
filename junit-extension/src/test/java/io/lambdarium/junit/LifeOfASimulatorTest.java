// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Simulator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

class LifeOfASimulatorTest {

    @Test
    void each_test_has_a_simulator_of_its_own() {
        Run.of(TwoTestsTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(TwoTestsTestCase.SEEN).hasSize(2).doesNotHaveDuplicates().allMatch(Run::isClosed);
    }

    @Test
    void all_that_belongs_to_a_test_sees_the_same_simulator() {
        Run.of(AroundATestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));

        assertThat(AroundATestCase.SEEN)
                .hasSize(3)
                .containsOnly(AroundATestCase.SEEN.get(0))
                .allMatch(Run::isClosed);
    }

    @Test
    void a_simulator_that_the_class_asked_for_is_shared_by_all_its_tests() {
        Run.of(BeforeAllTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(BeforeAllTestCase.SEEN)
                .hasSize(4)
                .containsOnly(BeforeAllTestCase.SEEN.get(0))
                .allMatch(Run::isClosed);
    }

    @Test
    void a_simulator_that_a_constructor_asked_for_is_the_one_of_the_tests() {
        Run.of(ConstructorTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(ConstructorTestCase.SEEN)
                .hasSize(4)
                .containsOnly(ConstructorTestCase.SEEN.get(0))
                .allMatch(Run::isClosed);
    }

    @Test
    void one_instance_for_the_class_does_not_mean_one_simulator_for_the_class() {
        Run.of(OneInstanceTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(OneInstanceTestCase.SEEN).hasSize(2).doesNotHaveDuplicates().allMatch(Run::isClosed);
    }

    @Test
    void nested_tests_have_their_own_simulators_too() {
        Run.of(NestedTestCase.class).testEvents().assertStatistics(it -> it.succeeded(3));

        assertThat(NestedTestCase.SEEN).hasSize(3).doesNotHaveDuplicates().allMatch(Run::isClosed);
    }

    @Test
    void nested_tests_share_what_the_class_around_asked_for() {
        Run.of(NestedInSharedTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(NestedInSharedTestCase.SEEN)
                .hasSize(3)
                .containsOnly(NestedInSharedTestCase.SEEN.get(0))
                .allMatch(Run::isClosed);
    }

    @LambdaSimulator
    static class TwoTestsTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @Test
        void one(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Test
        void another(Simulator lambda) {
            SEEN.add(lambda);
        }
    }

    @LambdaSimulator
    static class AroundATestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @BeforeEach
        void before(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Test
        void test(Simulator lambda) {
            SEEN.add(lambda);
        }

        @AfterEach
        void after(Simulator lambda) {
            SEEN.add(lambda);
        }
    }

    static class BeforeAllTestCase extends TwoTests {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @BeforeAll
        static void before(Simulator lambda) {
            SEEN.add(lambda);
        }

        @AfterAll
        static void after(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Override
        List<Simulator> seen() {
            return SEEN;
        }
    }

    static class ConstructorTestCase extends TwoTests {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        ConstructorTestCase(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Override
        List<Simulator> seen() {
            return SEEN;
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceTestCase extends TwoTests {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @Override
        List<Simulator> seen() {
            return SEEN;
        }
    }

    static class NestedTestCase extends TwoTests {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @Override
        List<Simulator> seen() {
            return SEEN;
        }

        @Nested
        class Inner {
            @Test
            void inside(Simulator lambda) {
                SEEN.add(lambda);
            }
        }
    }

    @LambdaSimulator
    static class NestedInSharedTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @BeforeAll
        static void before(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Test
        void outside(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Nested
        class Inner {
            @Test
            void inside(Simulator lambda) {
                SEEN.add(lambda);
            }
        }
    }

    @LambdaSimulator
    abstract static class TwoTests {
        @Test
        void one(Simulator lambda) {
            seen().add(lambda);
        }

        @Test
        void another(Simulator lambda) {
            seen().add(lambda);
        }

        abstract List<Simulator> seen();
    }
}
