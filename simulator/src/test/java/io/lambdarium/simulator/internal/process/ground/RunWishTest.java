// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.SimulatorException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RunWishTest {

    @Test
    void without_the_property_there_is_no_wish() {
        assertThat(RunWish.readFrom(new Properties())).isEmpty();
    }

    @Test
    void the_property_names_a_level() {
        assertThat(RunWish.readFrom(asking("GROUPS"))).contains(Isolation.GROUPS);
    }

    @Test
    void it_may_be_written_small_and_an_empty_one_is_none() {
        assertThat(RunWish.readFrom(asking("namespaces"))).contains(Isolation.NAMESPACES);
        assertThat(RunWish.readFrom(asking(""))).isEmpty();
    }

    @Test
    void whoever_asks_for_a_level_that_does_not_exist_is_told_the_levels() {
        Properties docker = asking("docker");

        assertThatThrownBy(() -> RunWish.readFrom(docker))
                .isInstanceOf(SimulatorException.class)
                .hasMessage(
                        "Cannot isolate processes as the system property lambdarium.isolation asks: \"docker\" is no "
                                + "level. The levels are [PLAIN, GROUPS, NAMESPACES].");
    }

    private static Properties asking(String level) {
        Properties properties = new Properties();
        properties.setProperty("lambdarium.isolation", level);
        return properties;
    }
}
