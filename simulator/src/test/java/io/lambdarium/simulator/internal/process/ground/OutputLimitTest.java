// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputLimitTest {

    @Test
    void what_fits_is_taken() {
        OutputLimit limit = new OutputLimit(1000);

        assertThat(limit.takes(500)).isTrue();
        assertThat(limit.isExhausted()).isFalse();
        assertThat(limit.isToBeTold()).isFalse();
    }

    @Test
    void once_something_does_not_fit_nothing_does() {
        OutputLimit limit = new OutputLimit(1000);
        limit.takes(500);

        assertThat(limit.takes(900)).isFalse();

        assertThat(limit.takes(1)).isFalse();
        assertThat(limit.kept()).isEqualTo(500);
    }

    @Test
    void an_empty_line_takes_room_too() {
        OutputLimit limit = new OutputLimit(1000);

        for (int i = 0; i < 10; i++) {
            limit.takes(0);
        }

        assertThat(limit.isExhausted()).isTrue();
    }

    @Test
    void that_it_is_exhausted_is_told_once() {
        OutputLimit limit = new OutputLimit(1);
        limit.takes(1);

        assertThat(limit.isToBeTold()).isTrue();
        assertThat(limit.isToBeTold()).isFalse();
    }
}
