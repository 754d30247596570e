// SPDX-License-Identifier: Apache-2.0
/**
 * Programs that misbehave, each in a way of its own, and what becomes of them: the events, what the caller is told, what the
 * diagnosis says, and which processes are left.
 */
@NullMarked
package io.lambdarium.simulator.zoo;

import org.jspecify.annotations.NullMarked;
