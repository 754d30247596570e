// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Faults;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions.Time;
import io.lambdarium.simulator.VirtualTime;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which of several declarations counts. */
class DeclarationTest {

    @Test
    void the_closest_annotation_counts() {
        Run.of(OverridingTestCase.class).testEvents().assertStatistics(it -> it.succeeded(5));

        assertThat(OverridingTestCase.TIMES)
                .containsOnly(
                        Map.entry("of_the_class", Time.REAL),
                        Map.entry("of_the_method", Time.VIRTUAL),
                        Map.entry("as_the_class_around", Time.REAL),
                        Map.entry("of_the_nested_class", Time.VIRTUAL),
                        Map.entry("of_the_method_in_the_nested_class", Time.REAL));
    }

    @Test
    void a_method_that_is_annotated_itself_does_not_get_what_the_class_asked_for() {
        Run.of(OverridingSharedTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));

        assertThat(OverridingSharedTestCase.TIMES)
                .containsOnly(Map.entry("before", Time.REAL), Map.entry("of_the_method", Time.VIRTUAL));
    }

    @Test
    void an_annotation_may_stand_for_ours() {
        Run.of(ComposedTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));
    }

    @Test
    void a_subclass_inherits_the_annotation() {
        Run.of(InheritingTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));
    }

    @Test
    void one_annotated_method_needs_no_annotated_class() {
        Run.of(MethodOnlyTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));
    }

    @Test
    void the_extension_alone_means_the_defaults() {
        Run.of(ExtensionOnlyTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));
    }

    @Test
    void the_parts_of_a_simulator_can_be_taken_instead_of_it() {
        Run.of(PartsTestCase.class).testEvents().assertStatistics(it -> it.succeeded(1));
    }

    @LambdaSimulator
    static class OverridingTestCase {
        static final Map<String, Time> TIMES = new ConcurrentHashMap<>();

        @Test
        void of_the_class(Simulator lambda, TestInfo test) {
            note(lambda, test);
        }

        @Test
        @LambdaSimulator(time = Time.VIRTUAL)
        void of_the_method(Simulator lambda, TestInfo test) {
            note(lambda, test);
        }

        @Nested
        class Inner {
            @Test
            void as_the_class_around(Simulator lambda, TestInfo test) {
                note(lambda, test);
            }
        }

        @Nested
        @LambdaSimulator(time = Time.VIRTUAL)
        class Overriding {
            @Test
            void of_the_nested_class(Simulator lambda, TestInfo test) {
                note(lambda, test);
            }

            @Test
            @LambdaSimulator
            void of_the_method_in_the_nested_class(Simulator lambda, TestInfo test) {
                note(lambda, test);
            }
        }

        private static void note(Simulator lambda, TestInfo test) {
            TIMES.put(
                    test.getTestMethod().orElseThrow().getName(),
                    lambda.options().time());
        }
    }

    @LambdaSimulator
    static class OverridingSharedTestCase {
        static final Map<String, Time> TIMES = new ConcurrentHashMap<>();

        @BeforeAll
        static void before(Simulator lambda) {
            TIMES.put("before", lambda.options().time());
        }

        @Test
        @LambdaSimulator(time = Time.VIRTUAL)
        void test(Simulator lambda) {
            TIMES.put("of_the_method", lambda.options().time());
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @LambdaSimulator(time = Time.VIRTUAL, patience = "3s")
    @interface PaymentsTest {}

    @PaymentsTest
    static class ComposedTestCase {
        @Test
        void test(Simulator lambda) {
            assertThat(lambda.options().time()).isEqualTo(Time.VIRTUAL);
            assertThat(lambda.options().patience()).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @LambdaSimulator(time = Time.VIRTUAL)
    abstract static class Annotated {}

    static class InheritingTestCase extends Annotated {
        @Test
        void test(Simulator lambda) {
            assertThat(lambda.options().time()).isEqualTo(Time.VIRTUAL);
        }
    }

    static class MethodOnlyTestCase {
        @Test
        @LambdaSimulator(time = Time.VIRTUAL)
        void test(Simulator lambda) {
            assertThat(lambda.options().time()).isEqualTo(Time.VIRTUAL);
        }
    }

    @ExtendWith(LambdaSimulatorExtension.class)
    static class ExtensionOnlyTestCase {
        @Test
        void test(Simulator lambda) {
            assertThat(lambda.options().time()).isEqualTo(Time.REAL);
        }
    }

    @LambdaSimulator
    static class PartsTestCase {
        @Test
        void test(Journal journal, Faults faults, VirtualTime time, Simulator lambda) {
            assertThat(journal).isSameAs(lambda.journal());
            assertThat(faults).isSameAs(lambda.faults());
            assertThat(time.now()).isAfterOrEqualTo(journal.began());
        }
    }
}
