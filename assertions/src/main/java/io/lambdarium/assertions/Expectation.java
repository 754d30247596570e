// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import java.util.function.Function;

/**
 * Something that a journal can be asked about, again and again while it grows.
 *
 * @param words what is expected of the subject, such as "to succeed"
 * @param judge how the journal answers
 */
record Expectation(String words, Function<Journal, Verdict> judge) {

    Verdict in(Journal journal) {
        return judge.apply(journal);
    }
}
