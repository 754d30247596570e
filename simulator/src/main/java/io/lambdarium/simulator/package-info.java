// SPDX-License-Identifier: Apache-2.0
/**
 * A terrarium for Lambdas: deploy a runtime and its extensions, invoke, and read what happened.
 *
 * <pre>{@code
 * try (Simulator lambda = Simulator.start()) {
 *     lambda.deploy(function("greeter").runtime(inProcess(Greeter::main)));
 *     Outcome outcome = lambda.invoke("\"Ada\"").await();
 * }
 * }</pre>
 *
 * <p>{@link io.lambdarium.simulator.Simulator} is the only type that lives; what is deployed, invoked and answered are
 * values. What happened is the {@linkplain io.lambdarium.simulator.Journal journal}: a list of
 * {@linkplain io.lambdarium.simulator.event.Event events}.
 */
@NullMarked
package io.lambdarium.simulator;

import org.jspecify.annotations.NullMarked;
