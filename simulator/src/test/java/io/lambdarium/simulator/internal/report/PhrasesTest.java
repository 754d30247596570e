// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Event;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void every_event_has_a_phrase() {
        assertThat(records(Event.class)).hasSizeGreaterThan(35).allMatch(Phrases::exist);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(PhrasesTest::records)
                : Stream.of(type);
    }
}
