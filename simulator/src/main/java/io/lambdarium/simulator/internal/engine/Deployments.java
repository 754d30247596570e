// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which function each environment was started with: one entry for each deployment, however many environments there are. */
final class Deployments {

    private final TreeMap<Integer, LambdaFunction> since = new TreeMap<>();
    private int started;

    /** From now on, environments are started with that. */
    void deploy(LambdaFunction function) {
        since.put(started + 1, function);
    }

    /** One more environment is started; they are numbered in that order. */
    void start() {
        started++;
    }

    Optional<LambdaFunction> of(EnvironmentId environment) {
        return Optional.ofNullable(since.floorEntry(environment.number())).map(Map.Entry::getValue);
    }
}
