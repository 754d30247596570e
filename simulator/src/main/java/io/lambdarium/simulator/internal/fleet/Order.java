// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationRequest;

/** What the fleet wants of an environment. */
public sealed interface Order {

    /** Which environment. */
    EnvironmentId environment();

    /** It is to be started; ahead of any request, or for one. */
    record Begin(EnvironmentId environment, boolean ahead) implements Order {}

    /** It is to run that invocation. */
    record Run(EnvironmentId environment, InvocationRequest request) implements Order {}

    /** It is to end, with SPINDOWN, after the invocation that it may be busy with. */
    record Retire(EnvironmentId environment) implements Order {}
}
