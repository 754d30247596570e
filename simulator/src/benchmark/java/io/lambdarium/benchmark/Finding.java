// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.util.Optional;

/**
 * What was measured for one goal.
 *
 * @param measured of the simulator
 * @param undertow the same of a simulator that only moves bytes with Undertow, where there is one: no journal costs nothing,
 *     so a gate that is hardly above it asks for more than there is
 */
record Finding(double measured, Optional<Double> undertow) {}
