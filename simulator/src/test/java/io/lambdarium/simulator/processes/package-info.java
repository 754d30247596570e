// SPDX-License-Identifier: Apache-2.0
/** Real processes, launched through the public API: what holds on every level of isolation. */
@NullMarked
package io.lambdarium.simulator.processes;

import org.jspecify.annotations.NullMarked;
