// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What became of a test.
 *
 * @param method the test
 * @param tags its tags, those of its class among them
 * @param word what became of it
 * @param reason why it was skipped or aborted, in one line
 */
public record TestOutcome(Method method, Set<String> tags, Word word, String reason) {

    /** What can become of a test. */
    public enum Word {
        /** It ran, and found what it expected. */
        PASSED,
        /** It ran, and did not. */
        FAILED,
        /** It did not run. */
        SKIPPED,
        /** It ran until something was not as it assumed. */
        ABORTED;

        static Word of(TestExecutionResult result) {
            return switch (result.getStatus()) {
                case SUCCESSFUL -> PASSED;
                case ABORTED -> ABORTED;
                case FAILED -> FAILED;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static TestOutcome of(TestIdentifier test, Word word, String reason) {
        Method method = ((MethodSource) test.getSource().orElseThrow()).getJavaMethod();
        Set<String> tags = test.getTags().stream().map(TestTag::getName).collect(Collectors.toSet());
        return new TestOutcome(method, tags, word, reason.replaceAll("\\s+", " "));
    }

    /** The test's class and name. */
    public String test() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
