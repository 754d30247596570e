// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Simulator;
import java.time.Duration;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractDurationAssert;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Assertions that are all evaluated before the test fails: ours, and AssertJ's own.
 *
 * <pre>{@code
 * @ExtendWith(SoftAssertionsExtension.class)
 * class FlusherTest {
 *
 *     @Test
 *     void leaves_in_time(Simulator lambda, SoftLambdaAssertions softly) {
 *         softly.assertThat(lambda.invoke("{}")).timesOut();
 *         softly.assertThat(lambda).extension("flusher").isToldToShutDown(TIMEOUT).exitsBeforeItsDeadline();
 *     }
 * }
 * }</pre>
 *
 * <p>Soft are the assertions of this package and those that they navigate to. What every assertion of AssertJ has besides,
 * such as {@code isNotNull()} or {@code satisfies(…)}, fails at once if it is called on ours.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SoftLambdaAssertions extends AbstractSoftAssertions implements StandardSoftAssertionsProvider {

    private final Consequence note = new Consequence() {
        @Override
        public void of(AssertionError failure) {
            collectAssertionError(failure);
        }

        @Override
        public AbstractStringAssert<?> forText(@Nullable String text) {
            return SoftLambdaAssertions.this.assertThat(text);
        }

        @Override
        public AbstractDurationAssert<?> forDuration(@Nullable Duration duration) {
            return SoftLambdaAssertions.this.assertThat(duration);
        }
    };

    /** With nothing collected yet. */
    public SoftLambdaAssertions() {}

    /** Evaluates the assertions, and fails in the end with all that failed. */
    public static void assertSoftly(Consumer<SoftLambdaAssertions> assertions) {
        SoftLambdaAssertions softly = new SoftLambdaAssertions();
        assertions.accept(softly);
        softly.assertAll();
    }

    /** Begins assertions about an invocation. */
    public InvocationAssert assertThat(@Nullable Invocation actual) {
        return new InvocationAssert(actual, note);
    }

    /** Begins assertions about a simulator and all that lives in it. */
    public SimulatorAssert assertThat(@Nullable Simulator actual) {
        return new SimulatorAssert(actual, note);
    }

    /** Begins assertions about everything that happened. */
    public JournalAssert assertThat(@Nullable Journal actual) {
        return new JournalAssert(actual, note);
    }
}
