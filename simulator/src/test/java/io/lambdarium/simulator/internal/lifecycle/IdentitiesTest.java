// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    @Test
    void the_same_seed_gives_the_same_identifiers() {
        assertThat(first(1000, 42)).isEqualTo(first(1000, 42));
    }

    @Test
    void no_identifier_comes_twice_not_even_from_neighboring_seeds() {
        List<String> all = Stream.of(0L, 1L, 2L, -1L)
                .flatMap(seed -> first(1000, seed).stream())
                .toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void every_identifier_is_a_version_4_uuid_in_lower_case() {
        assertThat(first(1000, 7)).allSatisfy(identifier -> {
            assertThat(UUID.fromString(identifier)).hasToString(identifier);
            assertThat(UUID.fromString(identifier).version()).isEqualTo(4);
            assertThat(UUID.fromString(identifier).variant()).isEqualTo(2);
        });
    }

    @Test
    void a_log_stream_names_its_first_day_and_the_version() {
        String stream = Identities.of(7).logStream("$LATEST", Instant.parse("2026-03-04T23:59:59Z"));

        assertThat(stream).matches("2026/03/04/\\[\\$LATEST\\][0-9a-f]{32}");
    }

    private static List<String> first(int count, long seed) {
        return Stream.iterate(Identities.of(seed), Identities::next)
                .limit(count)
                .map(Identities::uuid)
                .toList();
    }
}
