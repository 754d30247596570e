// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.SimulatorException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** The level of isolation that is asked for from outside, for a whole run: {@code -Dlambdarium.isolation=PLAIN}. */
final class RunWish {

    private static final String PROPERTY = "lambdarium.isolation";

    private RunWish() {}

    /** What the system properties ask for. */
    static Optional<Isolation> read() {
        return readFrom(System.getProperties());
    }

    /** An empty one is none: a build sets it so where it leaves the choice. */
    static Optional<Isolation> readFrom(Properties properties) {
        return Optional.ofNullable(properties.getProperty(PROPERTY))
                .filter(name -> !name.isBlank())
                .map(RunWish::named);
    }

    private static Isolation named(String name) {
        return Arrays.stream(Isolation.values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new SimulatorException("Cannot isolate processes as the system property " + PROPERTY
                        + " asks: \"" + name + "\" is no level. The levels are "
                        + Arrays.toString(Isolation.values()) + "."));
    }
}
