// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.internal.lifecycle.Input;

/** The inbox of one environment. */
interface EnvironmentInbox {

    void put(Input input);
}
