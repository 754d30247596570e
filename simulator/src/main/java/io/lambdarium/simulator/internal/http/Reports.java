// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.internal.lifecycle.Input;

/** Where it is left what happened in one environment. */
interface Reports {

    void put(Input input);
}
