// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.house.Code;
import io.lambdarium.simulator.house.GuestWalls;

class ArchitectureTest implements GuestWalls {

    private static final Code CODE = Code.below("io.lambdarium.assertions");

    @Override
    public Code code() {
        return CODE;
    }

    @Override
    public String[] exported() {
        return new String[] {"io.lambdarium.assertions.."};
    }
}
