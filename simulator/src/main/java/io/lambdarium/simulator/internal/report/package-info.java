// SPDX-License-Identifier: Apache-2.0
/**
 * A journal for human eyes: its story, a line each, and what probably went wrong.
 *
 * <p>Projections: they read entries and change nothing. {@link io.lambdarium.simulator.internal.report.TextTimeline} tells
 * the story, {@link io.lambdarium.simulator.internal.report.Diagnosis} judges it.
 */
@NullMarked
package io.lambdarium.simulator.internal.report;

import org.jspecify.annotations.NullMarked;
