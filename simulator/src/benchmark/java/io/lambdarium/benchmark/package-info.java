// SPDX-License-Identifier: Apache-2.0
/** How fast the simulator is, next to floors that are code in the same run; never published. */
@NullMarked
package io.lambdarium.benchmark;

import org.jspecify.annotations.NullMarked;
