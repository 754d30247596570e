// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.LambdaFunction;

/**
 * What an environment was started with and keeps over all resets.
 *
 * @param function what is deployed in it
 * @param logStream its log stream
 */
record Residence(LambdaFunction function, String logStream) {}
