// SPDX-License-Identifier: Apache-2.0
/**
 * What a simulated Lambda did, asserted in sentences.
 *
 * <pre>{@code
 * assertThat(lambda.invoke("{}")).timesOut();
 *
 * assertThat(lambda).extension("flusher")
 *         .isToldToShutDown(TIMEOUT)
 *         .exitsBeforeItsDeadline();
 * }</pre>
 *
 * <p><strong>Present tense waits, past tense looks.</strong> {@code succeeds()} waits, woken by the journal, until there is a
 * result, at most as long as the simulator's patience; {@code succeeded()} judges what is there, and fails on something
 * unfinished. Whatever has become impossible fails at once. Every failure tells what was expected, what was the case, and
 * the part of the timeline that matters.
 *
 * <p>Begin with {@link io.lambdarium.assertions.LambdaAssertions}.
 */
@NullMarked
package io.lambdarium.assertions;

import org.jspecify.annotations.NullMarked;
