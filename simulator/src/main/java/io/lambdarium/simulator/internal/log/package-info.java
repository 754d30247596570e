// SPDX-License-Identifier: Apache-2.0
/**
 * What Lambda logs: system lines and what the function and its extensions write, as text or as JSON.
 *
 * <p>A projection: {@link io.lambdarium.simulator.internal.log.LogReader} reads entries of a journal and changes nothing.
 */
@NullMarked
package io.lambdarium.simulator.internal.log;

import org.jspecify.annotations.NullMarked;
