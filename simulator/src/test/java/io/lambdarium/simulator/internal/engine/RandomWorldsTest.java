// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.internal.lifecycle.AtRest;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random lives of several environments with their fleet, which share what each of them decides; {@code -Dlives=100000} lives more
 * of them than a build has time for.
 */
class RandomWorldsTest {

    private static final long LIVES = Long.getLong("lives", 500);
    private static final int DEEDS = 80;

    @ParameterizedTest
    @EnumSource(AtRest.class)
    void nobody_is_given_what_it_cannot_take_and_each_invocation_ends_once(AtRest atRest) {
        assertThat(LongStream.rangeClosed(1, LIVES).mapToObj(seed -> breach(seed, atRest)))
                .allMatch(String::isEmpty);
    }

    private static String breach(long seed, AtRest atRest) {
        RandomWorld world = new RandomWorld(seed, atRest);
        try {
            for (int deed = 0; deed < DEEDS; deed++) {
                world.goesOn();
            }
            world.ends();
            return world.unanswered().isEmpty() ? "" : "seed " + seed + ": no result of " + world.unanswered() + world;
        } catch (RuntimeException e) {
            return "seed " + seed + ": " + e + world;
        }
    }
}
