// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.SimulatorOptions.Time;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, or one test, a simulated Lambda as a parameter.
 *
 * <pre>{@code
 * @LambdaSimulator
 * class GreeterTest {
 *
 *     @Test
 *     void the_greeter_greets_whoever_calls(Simulator lambda) {
 *         lambda.deploy(function("greeter").runtime(inProcess(Greeter::main)));
 *
 *         assertThat(lambda.invoke("\"Ada\"")).succeeds();
 *     }
 * }
 * }</pre>
 *
 * <p>Whatever JUnit calls with parameters may take a {@code Simulator}, or its {@code Journal}, {@code Faults} or
 * {@code VirtualTime}: tests of all kinds, {@code @BeforeEach} and {@code @AfterEach}, {@code @BeforeAll} and
 * {@code @AfterAll}, constructors.
 *
 * <p><b>Life.</b> Each test has a simulator of its own; so has each repetition, and each set of arguments of a parameterized
 * test. Whoever asks on behalf of the whole class, that is {@code @BeforeAll} or a constructor, gets one that all tests of the
 * class and of its {@code @Nested} classes then share, whatever the life cycle of the test instances. JUnit closes both kinds
 * when the test, or the class, is over. No simulator is started that nobody asks for.
 *
 * <p><b>The closest wins.</b> An annotation on a method counts more than one on its class, and one on a {@code @Nested} class
 * more than one on the class around it. An annotation that carries this one stands for it.
 *
 * <p><b>Failures.</b> A failed test says what happened, and its whole timeline lies below {@code target/lambdarium}, or below
 * the folder that the configuration parameter {@code lambdarium.reports} names.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(LambdaSimulatorExtension.class)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface LambdaSimulator {

    /** Whether time passes by itself, or only when the test moves it. */
    Time time() default Time.REAL;

    /**
     * How long whatever waits does so before it gives up, in real time: {@code "10s"}, {@code "500ms"}, {@code "2m"} or ISO
     * 8601. If nothing is said, it is the configuration parameter {@code lambdarium.patience}, or else ten seconds.
     */
    String patience() default "";
}
