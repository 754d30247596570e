// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.assertions.Expectation.Answer;
import io.lambdarium.simulator.Journal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Descriptable;
import org.jspecify.annotations.Nullable;

/**
 * What all assertions about a simulated Lambda have in common: they know a journal, are patient, and tell a story.
 *
 * @param <SELF> the assertions themselves
 * @param <ACTUAL> what they are about
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class LambdaAssert<SELF extends LambdaAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL>
        permits ResultAssert, ReportAssert, SimulatorAssert, LifeAssert, EnvironmentsAssert, JournalAssert {

    private final Consequence consequence;
    private Optional<Patience> patience = Optional.empty();

    LambdaAssert(@Nullable ACTUAL actual, Class<SELF> self, Consequence consequence) {
        super(actual, self);
        this.consequence = consequence;
    }

    /**
     * Lets the present-tense assertions that follow wait that long, in real time, instead of the simulator's patience.
     *
     * <pre>{@code
     * assertThat(invocation).waitingUpTo(ofMinutes(2)).succeeds();   // passes if it succeeds within two minutes
     * assertThat(invocation).waitingUpTo(ZERO).succeeds();           // fails if it has not yet succeeded
     * }</pre>
     */
    public SELF waitingUpTo(Duration limit) {
        patience = Optional.of(new Patience(limit));
        return myself;
    }

    /** The journal that is asked. */
    abstract Journal witness();

    /** What the assertions are about, to be read after "Expected". */
    abstract String subject();

    final Consequence consequence() {
        return consequence;
    }

    /** Hands the patience that was asked for here, and the description, to assertions that are navigated to. */
    final <A extends LambdaAssert<A, ?>> A handOver(A next) {
        return described(patience.map(Patience::limit).map(next::waitingUpTo).orElse(next));
    }

    /** Describes assertions that are navigated to as these were. */
    final <A extends Descriptable<?>> A described(A next) {
        if (info.hasDescription()) {
            next.as(info.description());
        }
        return next;
    }

    /** Present tense: waits until the answer is settled. */
    final SELF waitFor(String words, Function<Journal, Verdict> judge) {
        isNotNull();
        Expectation expectation = new Expectation(words, judge);
        Answer answer = patience.orElseGet(() -> Patience.of(witness())).await(witness(), expectation);
        return conclude(expectation, answer, "");
    }

    /** Past tense, where there is nothing to wait for. */
    final SELF look(String words, Function<Journal, Verdict> judge) {
        return look(words, judge, "");
    }

    /** Past tense: judges what is there, and on something unfinished names the assertion that waits. */
    final SELF look(String words, Function<Journal, Verdict> judge, String sister) {
        isNotNull();
        Expectation expectation = new Expectation(words, judge);
        Answer answer = expectation.in(witness());
        boolean tooEarly =
                answer.verdict().isOpen() && !sister.isEmpty() && !witness().isClosed();
        return conclude(expectation, answer, tooEarly ? "This looked only once; " + sister + " would wait." : "");
    }

    private SELF conclude(Expectation expectation, Answer answer, String advice) {
        if (!answer.verdict().holdsNow()) {
            Story story = new Story(subject() + " " + expectation.words(), answer.verdict(), advice);
            consequence.of(failure("%s", story.of(answer.moment())));
        }
        return myself;
    }
}
