// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.house.Code;
import io.lambdarium.simulator.house.Walls;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String EXPORTED = "io.lambdarium.assertions..";

    private static final Code CODE = Code.below("io.lambdarium.assertions");

    @Test
    void only_exported_packages_of_the_simulator_are_touched() {
        Walls.onlyExportedPackagesOfTheSimulatorAreTouched().check(CODE.all());
    }

    @Test
    void exported_types_say_how_long_they_stay() {
        Walls.exportedTypesSayHowLongTheyStay(EXPORTED).check(CODE.main());
    }

    @Test
    void exported_classes_are_closed() {
        Walls.exportedClassesAreClosed(EXPORTED).check(CODE.main());
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(Walls.packagesThatForgotNull(CODE.main())).isEmpty();
    }

    @Test
    void nobody_prints() {
        Walls.nobodyPrints().check(CODE.main());
    }

    @Test
    void nobody_sleeps_not_even_a_test() {
        Walls.nobodySleeps().check(CODE.all());
    }

    @Test
    void nobody_mocks() {
        Walls.nobodyMocks().check(CODE.all());
    }
}
