// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An assertion that must fail, and what it says then. */
final class Failing {

    private Failing() {}

    /** The whole message. */
    static AbstractStringAssert<?> message(ThrowingCallable assertion) {
        return assertThat(catchThrowableOfType(AssertionError.class, assertion).getMessage());
    }

    /** The first line, where the story below is the same as in another test. */
    static AbstractStringAssert<?> firstLine(ThrowingCallable assertion) {
        String message = catchThrowableOfType(AssertionError.class, assertion).getMessage();
        return assertThat(message.lines().findFirst().orElse(""));
    }
}
