// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import org.junit.jupiter.api.Test;

/** The walls that a published module has which is built on the simulator. */
public interface GuestWalls extends HouseWalls {

    @Test
    default void only_exported_packages_of_the_simulator_are_touched() {
        Walls.onlyExportedPackagesOfTheSimulatorAreTouched().check(code().all());
    }
}
