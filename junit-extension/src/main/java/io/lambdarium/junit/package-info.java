// SPDX-License-Identifier: Apache-2.0
/**
 * A simulated Lambda as a parameter of a JUnit test: {@link io.lambdarium.junit.LambdaSimulator} is all it takes.
 *
 * <p>Who declares a simulator is found by walking up from the test ({@code Declaration}); the simulator itself lies in JUnit's
 * store, which closes it ({@code RunningSimulator}); a failed test tells what happened ({@code FailedTestReport}).
 */
@NullMarked
package io.lambdarium.junit;

import org.jspecify.annotations.NullMarked;
