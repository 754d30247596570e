// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a journal can be asked about, again and again while it grows.
 *
 * @param words what is expected of the subject, such as "to succeed"
 * @param judge how the journal answers
 */
record Expectation(String words, Function<Journal, Verdict> judge) {

    Answer in(Journal journal) {
        Moment moment = Moment.of(journal);
        Verdict verdict = judge.apply(moment);
        return new Answer(verdict, moment.with(verdict.mark()));
    }

    /**
     * What the journal said, and when.
     *
     * @param verdict what it said
     * @param moment all that it knew then
     */
    record Answer(Verdict verdict, Moment moment) {

        /** Itself, once waiting would change nothing any more. */
        Optional<Answer> settled() {
            return verdict.isOpen() ? Optional.empty() : Optional.of(this);
        }

        /** The last word, with a remark why nobody waits for another. */
        Answer last(String remark) {
            return new Answer(verdict.givenUp(remark), moment);
        }

        /** The last word of whoever was not let wait, with a remark that says so. */
        Answer brokenOff(String remark) {
            return new Answer(verdict.brokenOff(remark), moment);
        }
    }
}
