// SPDX-License-Identifier: Apache-2.0
/**
 * What Lambda does with code and layers before the first environment begins: unpack, merge, look up what is to be started.
 *
 * <p>Nothing of it is loaded for a function that has neither.
 */
@NullMarked
package io.lambdarium.simulator.internal.deployment;

import org.jspecify.annotations.NullMarked;
