// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import java.time.Duration;
import org.assertj.core.api.AbstractDurationAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** What follows from a failed assertion: the end of the test at once, or a note for its end. */
interface Consequence {

    /** The test ends at once. */
    Consequence AT_ONCE = new Consequence() {
        @Override
        public void of(AssertionError failure) {
            throw failure;
        }

        @Override
        public AbstractStringAssert<?> forText(@Nullable String text) {
            return Assertions.assertThat(text);
        }

        @Override
        public AbstractDurationAssert<?> forDuration(@Nullable Duration duration) {
            return Assertions.assertThat(duration);
        }
    };

    void of(AssertionError failure);

    /** AssertJ's assertions with the same consequence. */
    AbstractStringAssert<?> forText(@Nullable String text);

    /** AssertJ's assertions with the same consequence. */
    AbstractDurationAssert<?> forDuration(@Nullable Duration duration);
}
