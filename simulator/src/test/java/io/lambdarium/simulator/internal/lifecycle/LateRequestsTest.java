// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LateRequestsTest {

    @Test
    void late_answers_are_expected_of_the_last_thousand_requests_that_timed_out() {
        LateRequests late = IntStream.rangeClosed(1, 1001)
                .mapToObj(i -> "r-" + i)
                .reduce(LateRequests.NONE, LateRequests::with, (one, other) -> other);

        assertThat(late.ids()).hasSize(1000).startsWith("r-2").endsWith("r-1001");
        assertThat(late.without("r-2").ids()).hasSize(999).startsWith("r-3");
        assertThat(late.without("r-2").contains("r-2")).isFalse();
    }
}
