// SPDX-License-Identifier: Apache-2.0
/**
 * Serial: for every input decide, record, act, in that order.
 *
 * <p>The rooms around it are reached through three ports: {@link io.lambdarium.simulator.internal.engine.Inbox} brings
 * inputs in, {@link io.lambdarium.simulator.internal.engine.Wire} and
 * {@link io.lambdarium.simulator.internal.engine.Processes} carry decisions out.
 */
@NullMarked
package io.lambdarium.simulator.internal.engine;

import org.jspecify.annotations.NullMarked;
