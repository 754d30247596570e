// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MomentTest {

    private final Diary diary = new Diary().write(Flusher.environment());
    private final Moment moment = Moment.of(diary);

    @Test
    void a_moment_does_not_grow() {
        diary.write(Flusher.reset()).keepingLast(1);

        assertThat(moment.entries()).hasSize(1);
        assertThat(moment.began()).isEqualTo(diary.began());
        assertThat(moment.dropped()).isZero();
    }

    @Test
    void a_moment_knows_what_it_lacks() {
        diary.write(Flusher.reset(), Flusher.reset()).keepingLast(1);

        assertThat(Moment.of(diary).dropped()).isEqualTo(2);
        assertThat(Moment.of(new Diary()).dropped()).isZero();
    }

    @Test
    void a_later_entry_needs_a_later_moment() {
        diary.write(Flusher.reset());

        assertThat(moment.with(Optional.of(diary.entries().get(1))).entries()).hasSize(2);
        assertThat(moment.with(Optional.of(diary.entries().get(0)))).isSameAs(moment);
        assertThat(moment.with(Optional.empty())).isSameAs(moment);
    }
}
