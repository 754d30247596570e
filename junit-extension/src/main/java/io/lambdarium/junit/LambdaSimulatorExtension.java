// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.SimulatorOptions;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The JUnit extension behind {@link LambdaSimulator}; used directly only to start simulators with
 * {@linkplain SimulatorOptions options} that the annotation does not have.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LambdaSimulatorExtension LAMBDA =
 *         LambdaSimulatorExtension.with(SimulatorOptions.defaults().idleLimit(ofSeconds(30)));
 * }</pre>
 *
 * <p>A simulator lives as long as the field: a static one means one simulator for the class and its {@code @Nested} classes,
 * one of an instance means one for each test; where JUnit keeps one instance for the class, both are the same. A field counts
 * more than an annotation on its class, and less than an annotation on a test or a {@code @Nested} class: with both, there is
 * still one simulator. An instance's field comes too late for that instance's constructor. Its options are all there is: the
 * configuration parameter {@code lambdarium.patience} does not touch them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LambdaSimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                ParameterResolver,
                InvocationInterceptor,
                AfterEachCallback,
                AfterAllCallback {

    private final Optional<SimulatorOptions> options;

    /** For JUnit, on behalf of {@link LambdaSimulator}. */
    public LambdaSimulatorExtension() {
        this(Optional.empty());
    }

    private LambdaSimulatorExtension(Optional<SimulatorOptions> options) {
        this.options = options;
    }

    /** An extension to be registered, whose simulators are started like that. */
    public static LambdaSimulatorExtension with(SimulatorOptions options) {
        return new LambdaSimulatorExtension(Optional.of(options));
    }

    @Override
    public void beforeAll(ExtensionContext testClass) {
        options.ifPresent(chosen -> Declaration.register(this, chosen, testClass));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        options.ifPresent(chosen -> Declaration.register(this, chosen, test));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injected.as(parameter.getParameter().getType()).isPresent()
                && FirstComer.is(this, parameter.getParameter(), context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injected.as(parameter.getParameter().getType())
                .orElseThrow()
                .partOf(RunningSimulator.startedFor(context));
    }

    /** Dynamic tests have no callbacks of their own. */
    @Override
    public void interceptDynamicTest(Invocation<Void> test, DynamicTestInvocationContext step, ExtensionContext context)
            throws Throwable {
        try {
            test.proceed();
        } catch (Throwable failure) {
            tell(failure, context);
            throw failure;
        }
    }

    /** Not a {@code TestWatcher}: when those are called, JUnit has closed what it keeps for the test. */
    @Override
    public void afterEach(ExtensionContext test) {
        test.getExecutionException().ifPresent(failure -> tell(failure, test));
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        testClass.getExecutionException().ifPresent(failure -> tell(failure, testClass));
    }

    private void tell(Throwable failure, ExtensionContext context) {
        if (FirstComer.is(this, failure, context)) {
            RunningSimulator.seenFrom(context)
                    .ifPresent(simulator -> new FailedTestReport(context, simulator).addTo(failure));
        }
    }
}
