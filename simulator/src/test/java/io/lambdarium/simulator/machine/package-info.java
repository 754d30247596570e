// SPDX-License-Identifier: Apache-2.0
/** What tests of real processes need of the machine that they run on, and what became of them. */
@NullMarked
package io.lambdarium.simulator.machine;

import org.jspecify.annotations.NullMarked;
