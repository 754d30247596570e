// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static io.lambdarium.simulator.Bootstrap.attached;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.lambdarium.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Failures that are not those of a test method. */
class FailureAroundTestReportTest {

    @TempDir
    Path reports;

    @Test
    void what_fails_before_or_after_a_test_is_told_too() {
        Run.reportingTo(reports, BeforeTestCase.class, AfterTestCase.class, BeforeAllTestCase.class);

        assertThat(file(BeforeTestCase.class, "test")).exists();
        assertThat(file(AfterTestCase.class, "test")).exists();
        assertThat(file(BeforeAllTestCase.class, "the-class")).exists();
    }

    @Test
    void a_dynamic_test_tells_its_own_story() {
        EngineExecutionResults results = Run.reportingTo(reports, DynamicTestCase.class);

        assertThat(Run.failures(results))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(file(DynamicTestCase.class, "factory-1")).exists();
        assertThat(file(DynamicTestCase.class, "factory-2")).exists();
    }

    private Path file(Class<?> testCase, String test) {
        return reports.resolve(testCase.getName().replace('$', '.')).resolve(test + ".txt");
    }

    private static void live(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(attached()));
        lambda.initialize(1);
    }

    @LambdaSimulator
    static class BeforeTestCase {
        @BeforeEach
        void before(Simulator lambda) {
            live(lambda);
            throw new IllegalStateException("broken");
        }

        @Test
        void test() {}
    }

    @LambdaSimulator
    static class AfterTestCase {
        @Test
        void test(Simulator lambda) {
            live(lambda);
        }

        @AfterEach
        void after() {
            throw new IllegalStateException("broken");
        }
    }

    @LambdaSimulator
    static class BeforeAllTestCase {
        @BeforeAll
        static void before(Simulator lambda) {
            live(lambda);
            throw new IllegalStateException("broken");
        }

        @Test
        void test() {}
    }

    @LambdaSimulator
    static class DynamicTestCase {
        @TestFactory
        List<DynamicTest> factory(Simulator lambda) {
            live(lambda);
            return List.of(dynamicTest("one", DynamicTestCase::fail), dynamicTest("another", DynamicTestCase::fail));
        }

        private static void fail() {
            throw new IllegalStateException("broken");
        }
    }
}
