// SPDX-License-Identifier: Apache-2.0
/**
 * Where real processes live: below a keeper, in namespaces of their own or in process groups, or plainly as children of this
 * JVM.
 *
 * <p>A ground knows numbers where the rest knows participants and initializations. The keeper is a script, {@code keeper.pl},
 * whose head explains what is said between it and this package.
 */
@NullMarked
package io.lambdarium.simulator.internal.process.ground;

import org.jspecify.annotations.NullMarked;
