// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Simulator;
import org.apiguardian.api.API;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where assertions about a simulated Lambda begin.
 *
 * <p>Its {@code assertThat} and AssertJ's can be imported side by side; the compiler takes the one that fits:
 *
 * <pre>{@code
 * import static io.lambdarium.assertions.LambdaAssertions.assertThat;
 * import static org.assertj.core.api.Assertions.assertThat;
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LambdaAssertions {

    /** For {@code asInstanceOf} and {@code first(as(…))}. */
    public static final InstanceOfAssertFactory<Invocation, InvocationAssert> INVOCATION =
            new InstanceOfAssertFactory<>(Invocation.class, LambdaAssertions::assertThat);

    /** For {@code asInstanceOf} and {@code first(as(…))}. */
    public static final InstanceOfAssertFactory<Simulator, SimulatorAssert> SIMULATOR =
            new InstanceOfAssertFactory<>(Simulator.class, LambdaAssertions::assertThat);

    /** For {@code asInstanceOf} and {@code first(as(…))}. */
    public static final InstanceOfAssertFactory<Journal, JournalAssert> JOURNAL =
            new InstanceOfAssertFactory<>(Journal.class, LambdaAssertions::assertThat);

    private LambdaAssertions() {}

    /** Begins assertions about an invocation. */
    public static InvocationAssert assertThat(@Nullable Invocation actual) {
        return new InvocationAssert(actual, Consequence.AT_ONCE);
    }

    /** Begins assertions about a simulator and all that lives in it. */
    public static SimulatorAssert assertThat(@Nullable Simulator actual) {
        return new SimulatorAssert(actual, Consequence.AT_ONCE);
    }

    /** Begins assertions about everything that happened. */
    public static JournalAssert assertThat(@Nullable Journal actual) {
        return new JournalAssert(actual, Consequence.AT_ONCE);
    }

    /**
     * Begins an {@linkplain org.awaitility.Awaitility Awaitility} wait that is as patient as the simulator, and that fails
     * with the story as soon as a participant's death breaks an environment, or the simulator is closed.
     *
     * <pre>{@code
     * await(lambda).until(() -> bucket.contains("report.csv"));
     * }</pre>
     *
     * <p>Use it to wait for things outside the simulator. Awaitility polls; the assertions of this package do not.
     */
    public static ConditionFactory await(Simulator lambda) {
        return Vigil.over(lambda.journal());
    }
}
