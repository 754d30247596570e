// SPDX-License-Identifier: Apache-2.0
/**
 * Serial: for every input decide, record, act, in that order.
 *
 * <p>The rooms around it are reached through four ports: {@link io.lambdarium.simulator.internal.engine.Inbox} brings
 * inputs in, {@link io.lambdarium.simulator.internal.engine.Wire} and
 * {@link io.lambdarium.simulator.internal.engine.Processes} carry decisions out, and
 * {@link io.lambdarium.simulator.internal.engine.Variables} says what a participant is given along.
 */
@NullMarked
package io.lambdarium.simulator.internal.engine;

import org.jspecify.annotations.NullMarked;
