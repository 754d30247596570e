// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.lambdarium.simulator.internal.process.ground;

import org.jspecify.annotations.NullMarked;
