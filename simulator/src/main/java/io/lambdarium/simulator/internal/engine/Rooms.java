// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

/**
 * The rooms around the engine.
 *
 * @param wire where calls come from and answers go
 * @param processes where participants live
 * @param variables what they are given
 */
public record Rooms(Wire wire, Processes processes, Variables variables) {}
