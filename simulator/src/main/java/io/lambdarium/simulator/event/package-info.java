// SPDX-License-Identifier: Apache-2.0
/**
 * What can happen in a simulated Lambda, as values: one sealed interface per topic, one record per event.
 *
 * <p>Everything that an assertion, a timeline or a report says is read from a list of these.
 */
@NullMarked
package io.lambdarium.simulator.event;

import org.jspecify.annotations.NullMarked;
