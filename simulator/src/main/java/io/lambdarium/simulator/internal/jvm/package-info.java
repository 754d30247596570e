// SPDX-License-Identifier: Apache-2.0
/** Another JVM for a handler in Java: like this one, and under AWS's own runtime. */
@NullMarked
package io.lambdarium.simulator.internal.jvm;

import org.jspecify.annotations.NullMarked;
