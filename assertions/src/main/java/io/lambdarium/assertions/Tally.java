// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;

/**
 * How often something came, beside how often it was to come.
 *
 * @param found how often it came
 * @param expected how often it was to come
 * @param was how often it came, in words
 */
record Tally(long found, long expected, String was) {

    /**
     * Open while it came too seldom and can still come. What never came at all may be what the test is about to begin. Where
     * not all was kept, it may have come more often, and only too often is certain.
     */
    Verdict in(Journal journal) {
        Verdict known = Verdict.holdsThroughout(journal);
        if (found == expected || (found < expected && !known.holdsNow())) {
            return known;
        }
        boolean canStillCome = found < expected && (found == 0 || !Prospects.areNone(journal));
        return canStillCome ? Verdict.notYet(was) : Verdict.never(was);
    }
}
