// SPDX-License-Identifier: Apache-2.0
/**
 * The only place that knows Undertow: one listener per environment, all on one thread per JVM.
 *
 * <p>A request becomes exactly one {@link io.lambdarium.simulator.internal.lifecycle.Call}, left in the inbox; an answer
 * that comes back is written where its call waits. Nothing here blocks, and whatever concerns one exchange happens on its
 * I/O thread.
 */
@NullMarked
package io.lambdarium.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
