// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever environments do, no request is lost, none runs twice, and no more run at once than may. */
class RandomFleetsTest {

    private static final long FLEETS = Long.getLong("lives", 500);

    @Test
    void every_request_runs_once_or_is_throttled_once() {
        for (long seed = 1; seed <= FLEETS; seed++) {
            Harbour harbour = lived(seed);
            harbour.rest();

            assertThat(IntStream.rangeClosed(1, harbour.requests()).mapToObj(i -> "r-" + i))
                    .as("seed %d", seed)
                    .allSatisfy(request -> assertThat(harbour.runs.getOrDefault(request, 0)
                                    + harbour.throttled.stream()
                                            .filter(request::equals)
                                            .count())
                            .as(request)
                            .isEqualTo(1));
        }
    }

    @Test
    void whoever_was_retired_is_gone_in_the_end() {
        for (long seed = 1; seed <= FLEETS; seed++) {
            Harbour harbour = lived(seed);
            harbour.rest();

            assertThat(harbour.fleet().berths()).as("seed %d", seed).noneMatch(Berth::retired);
        }
    }

    @Test
    void no_more_run_at_once_than_may() {
        for (long seed = 1; seed <= FLEETS; seed++) {
            Harbour harbour = new Harbour(seed);
            for (int i = 0; i < 200; i++) {
                harbour.live();

                assertThat(harbour.busy())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(harbour.fleet().concurrency().limit());
            }
        }
    }

    private static Harbour lived(long seed) {
        Harbour harbour = new Harbour(seed);
        for (int i = 0; i < 200; i++) {
            harbour.live();
        }
        return harbour;
    }
}
