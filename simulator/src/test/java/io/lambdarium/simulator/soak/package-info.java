// SPDX-License-Identifier: Apache-2.0
/** What many simulators leave behind, and the leanest runtime to drive them with. */
@NullMarked
package io.lambdarium.simulator.soak;

import org.jspecify.annotations.NullMarked;
