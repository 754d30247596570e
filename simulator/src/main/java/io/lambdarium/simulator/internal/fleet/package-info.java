// SPDX-License-Identifier: Apache-2.0
/** Pure: which environment gets which invocation, when one is started, and when one is no longer needed. */
@NullMarked
package io.lambdarium.simulator.internal.fleet;

import org.jspecify.annotations.NullMarked;
