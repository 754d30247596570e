// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.lambdarium.simulator.internal.jvm;

import org.jspecify.annotations.NullMarked;
