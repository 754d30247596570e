// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.house.GoldenFile;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecycleTableTest {

    @Test
    void the_site_shows_what_the_machine_does() {
        new GoldenFile("site/reference/lifecycle.md").isStill(LifecycleTable.print());
    }

    @Test
    void no_phase_is_missing() {
        Set<Class<?>> shown =
                Situation.ALL.stream().map(situation -> situation.begin().in()).collect(Collectors.toSet());

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(leaves(Phase.class).toList());
    }

    @Test
    void no_input_is_missing() {
        assertThat(LifecycleTable.inputs().keySet())
                .containsExactlyInAnyOrderElementsOf(leaves(Input.class).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(LifecycleTableTest::leaves)
                : Stream.of(type);
    }
}
