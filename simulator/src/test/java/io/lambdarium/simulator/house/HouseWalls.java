// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The walls that every published module has. */
public interface HouseWalls {

    /** The module's classes. */
    Code code();

    /** The packages that it shows. */
    String[] exported();

    @Test
    default void exported_types_say_how_long_they_stay() {
        Walls.exportedTypesSayHowLongTheyStay(exported()).check(code().main());
    }

    @Test
    default void exported_classes_are_closed() {
        Walls.exportedClassesAreClosed(exported()).check(code().main());
    }

    @Test
    default void every_package_is_null_marked() {
        assertThat(Walls.packagesThatForgotNull(code().main())).isEmpty();
    }

    @Test
    default void nobody_prints() {
        Walls.nobodyPrints().check(code().main());
    }

    @Test
    default void nobody_sleeps_not_even_a_test() {
        Walls.nobodySleeps().check(code().all());
    }

    @Test
    default void nobody_mocks() {
        Walls.nobodyMocks().check(code().all());
    }
}
