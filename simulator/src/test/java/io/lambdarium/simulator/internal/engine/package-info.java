// SPDX-License-Identifier: Apache-2.0
/** The engine between rooms that only take notes. */
@NullMarked
package io.lambdarium.simulator.internal.engine;

import org.jspecify.annotations.NullMarked;
