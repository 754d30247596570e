// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.SimulatorOptions.Time;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredFieldTest {

    private static final SimulatorOptions OPTIONS = SimulatorOptions.defaults().patience(ofSeconds(7));

    @Test
    void a_static_field_means_one_simulator_for_the_class_and_its_nested_classes() {
        Run.of(StaticTestCase.class).testEvents().assertStatistics(it -> it.succeeded(3));

        assertThat(StaticTestCase.SEEN)
                .hasSize(3)
                .containsOnly(StaticTestCase.SEEN.get(0))
                .allMatch(lambda -> lambda.options().equals(OPTIONS))
                .allMatch(Run::isClosed);
    }

    @Test
    void a_field_of_an_instance_means_one_simulator_for_each_test() {
        Run.of(InstanceTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(InstanceTestCase.SEEN)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(lambda -> lambda.options().equals(OPTIONS))
                .allMatch(Run::isClosed);
    }

    @Test
    void an_annotation_beside_a_static_field_does_not_start_a_second_simulator() {
        Run.of(StaticAndAnnotatedTestCase.class).testEvents().assertStatistics(it -> it.succeeded(2));

        assertThat(StaticAndAnnotatedTestCase.SEEN)
                .hasSize(4)
                .containsOnly(StaticAndAnnotatedTestCase.SEEN.get(0))
                .allMatch(lambda -> lambda.options().equals(OPTIONS));
    }

    @Test
    void an_annotation_beside_a_field_of_an_instance_does_not_start_a_second_simulator() {
        Run.of(InstanceAndAnnotatedTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));

        assertThat(InstanceAndAnnotatedTestCase.SEEN)
                .hasSize(2)
                .containsOnly(InstanceAndAnnotatedTestCase.SEEN.get(0))
                .allMatch(lambda -> lambda.options().equals(OPTIONS));
    }

    @Test
    void an_annotated_method_counts_more_than_a_static_field() {
        Run.of(OverriddenTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));
    }

    static class StaticTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @RegisterExtension
        static final LambdaSimulatorExtension LAMBDA = LambdaSimulatorExtension.with(OPTIONS);

        @Test
        void one(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Test
        void another(Simulator lambda) {
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

    static class InstanceTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @RegisterExtension
        final LambdaSimulatorExtension extension = LambdaSimulatorExtension.with(OPTIONS);

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
    static class StaticAndAnnotatedTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @RegisterExtension
        static final LambdaSimulatorExtension LAMBDA = LambdaSimulatorExtension.with(OPTIONS);

        @BeforeAll
        static void before(Simulator lambda) {
            SEEN.add(lambda);
        }

        StaticAndAnnotatedTestCase(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Test
        void test(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Nested
        class Inner {
            @Test
            void inside(Simulator lambda) {
                assertThat(lambda).isSameAs(SEEN.get(0));
            }
        }
    }

    @LambdaSimulator
    static class InstanceAndAnnotatedTestCase {
        static final List<Simulator> SEEN = new CopyOnWriteArrayList<>();

        @RegisterExtension
        final LambdaSimulatorExtension extension = LambdaSimulatorExtension.with(OPTIONS);

        @BeforeEach
        void before(Simulator lambda) {
            SEEN.add(lambda);
        }

        @Test
        void test(Simulator lambda) {
            SEEN.add(lambda);
        }
    }

    static class OverriddenTestCase {
        @RegisterExtension
        static final LambdaSimulatorExtension LAMBDA = LambdaSimulatorExtension.with(OPTIONS);

        @Test
        @LambdaSimulator(time = Time.VIRTUAL)
        void test(Simulator lambda) {
            assertThat(lambda.options().time()).isEqualTo(Time.VIRTUAL);
        }
    }
}
