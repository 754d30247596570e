// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Event;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about everything that happened, in the words of {@link EventConditions}.
 *
 * <pre>{@code
 * assertThat(lambda.journal()).containsInOrder(
 *         timedOut(invocation),
 *         signalled("runtime", SIGTERM),
 *         toldToShutDown("flusher", TIMEOUT));
 * }</pre>
 *
 * <p>One entry never satisfies two conditions of the same call. Of what a bounded journal has dropped nothing is known.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@SuppressWarnings("varargs") // the arrays of conditions are only read
public final class JournalAssert extends LambdaAssert<JournalAssert, Journal> {

    JournalAssert(@Nullable Journal actual, Consequence consequence) {
        super(actual, JournalAssert.class, consequence);
    }

    // --- present tense: waits ---

    /**
     * Waits until there is an entry for each condition, in whatever order.
     *
     * <pre>{@code
     * assertThat(journal).contains(exited("b", 0), exited("a", 0));   // passes if both leave
     * assertThat(journal).contains(exited("a", 0), exited("a", 0));   // fails if a leaves only once
     * }</pre>
     */
    @SafeVarargs
    public final JournalAssert contains(Condition<? super Entry>... conditions) {
        Sought sought = Sought.of(conditions);
        return waitFor("to contain " + sought.words(" and "), sought::inAnyOrder);
    }

    /**
     * Waits until there is an event of that type that fulfills the condition.
     *
     * <pre>{@code
     * assertThat(journal).contains(Responded.class, event -> event.size() > 1000);   // passes after a long answer
     * assertThat(journal).contains(Responded.class, event -> event.streamed());      // fails if nobody streams
     * }</pre>
     */
    public <E extends Event> JournalAssert contains(Class<E> type, Predicate<? super E> condition) {
        return contains(EventConditions.event(type, condition));
    }

    /**
     * Waits until there are entries for the conditions one after the other, with others in between.
     *
     * <pre>{@code
     * assertThat(journal).containsInOrder(registered("a"), launched("runtime"));   // passes
     * assertThat(journal).containsInOrder(launched("runtime"), registered("a"));   // fails: Lambda does it otherwise
     * }</pre>
     */
    @SafeVarargs
    public final JournalAssert containsInOrder(Condition<? super Entry>... conditions) {
        Sought sought = Sought.of(conditions);
        return waitFor("to contain " + sought.words(", then "), sought::inOrder);
    }

    /**
     * Waits until the entries are those, one for each condition and no others; fails at once when one is another.
     *
     * <pre>{@code
     * assertThat(journal).containsExactly(requested(invocation), throttled(invocation));   // passes with concurrency(0)
     * assertThat(journal).containsExactly(requested(invocation));                          // fails: it was throttled too
     * }</pre>
     */
    @SafeVarargs
    public final JournalAssert containsExactly(Condition<? super Entry>... conditions) {
        Sought sought = Sought.of(conditions);
        return waitFor("to contain exactly " + sought.words(", then "), sought::exactly);
    }

    // --- past tense: looks ---

    /**
     * Verifies that there is an entry for each condition so far, in whatever order; {@link #contains} waits.
     *
     * <pre>{@code
     * assertThat(journal).contained(exited("a", 0));   // passes after a left
     * assertThat(journal).contained(exited("a", 0));   // fails while a lives
     * }</pre>
     */
    @SafeVarargs
    public final JournalAssert contained(Condition<? super Entry>... conditions) {
        Sought sought = Sought.of(conditions);
        return look("to have contained " + sought.words(" and "), sought::inAnyOrder, "contains(…)");
    }

    /**
     * Verifies that there are entries for the conditions one after the other so far; {@link #containsInOrder} waits.
     *
     * <pre>{@code
     * assertThat(journal).containedInOrder(registered("a"), registered("a"));   // passes after a reset and a start
     * assertThat(journal).containedInOrder(registered("a"), registered("a"));   // fails after one: entries are consumed
     * }</pre>
     */
    @SafeVarargs
    public final JournalAssert containedInOrder(Condition<? super Entry>... conditions) {
        Sought sought = Sought.of(conditions);
        return look("to have contained " + sought.words(", then "), sought::inOrder, "containsInOrder(…)");
    }

    /**
     * Verifies that the entries are those so far, one for each condition and no others; {@link #containsExactly} waits.
     *
     * <pre>{@code
     * assertThat(journal).containedExactly();   // passes before anything happened
     * assertThat(journal).containedExactly();   // fails after the first invocation
     * }</pre>
     */
    @SafeVarargs
    public final JournalAssert containedExactly(Condition<? super Entry>... conditions) {
        Sought sought = Sought.of(conditions);
        return look("to have contained exactly " + sought.words(", then "), sought::exactly, "containsExactly(…)");
    }

    /**
     * Verifies that no entry so far fulfills the condition. Fails where a bounded journal has dropped entries.
     *
     * <pre>{@code
     * assertThat(journal).neverContained(environmentReset());   // passes while all is well
     * assertThat(journal).neverContained(environmentReset());   // fails after a crash
     * }</pre>
     */
    public JournalAssert neverContained(Condition<? super Entry> condition) {
        return look(
                "never to have contained " + condition.description().value(),
                journal -> journal.entries().stream()
                        .filter(condition::matches)
                        .findFirst()
                        .map(entry -> Verdict.never("it did").at(Optional.of(entry)))
                        .orElseGet(() -> Verdict.holdsThroughout(journal)));
    }

    // --- internals ---

    @Override
    Journal witness() {
        return actual;
    }

    @Override
    String subject() {
        return "the journal";
    }
}
