// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import java.time.Duration;
import java.util.List;

/**
 * What is deployed in an environment, as far as its life depends on it.
 *
 * @param functionName the function's name
 * @param functionVersion its version
 * @param handler its handler
 * @param accountId its account; may be empty
 * @param timeout the function timeout
 * @param extensions the names of the external extensions, in the order of their launch
 * @param atRest what becomes of its processes when everyone waits
 * @param limits AWS's durations
 */
public record Setting(
        String functionName,
        String functionVersion,
        String handler,
        String accountId,
        Duration timeout,
        List<String> extensions,
        AtRest atRest,
        Limits limits) {}
