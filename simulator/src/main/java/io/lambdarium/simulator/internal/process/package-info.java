// SPDX-License-Identifier: Apache-2.0
/**
 * The only place that starts processes, or what stands for them.
 *
 * <p>Each kind of {@link io.lambdarium.simulator.Bootstrap} has one class here. What becomes of a participant comes back
 * through the {@link io.lambdarium.simulator.internal.engine.Inbox}.
 */
@NullMarked
package io.lambdarium.simulator.internal.process;

import org.jspecify.annotations.NullMarked;
