// SPDX-License-Identifier: Apache-2.0
/**
 * Pure: one execution environment's life, as one value per phase.
 *
 * <p>No I/O, no clock, no threads. A {@link io.lambdarium.simulator.internal.lifecycle.Phase} is told an
 * {@link io.lambdarium.simulator.internal.lifecycle.Input} and the time, and answers with a
 * {@link io.lambdarium.simulator.internal.lifecycle.Transition}: where the environment is now and what was decided on the
 * way.
 */
@NullMarked
package io.lambdarium.simulator.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
