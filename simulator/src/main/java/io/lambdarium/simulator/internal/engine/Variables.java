// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.Participant;
import java.util.Map;

/** The environment variables that Lambda gives to a participant. */
@FunctionalInterface
public interface Variables {

    /** For that participant of that function, with the APIs at that address. */
    Map<String, String> of(LambdaFunction function, Participant participant, String address, String logStream);
}
