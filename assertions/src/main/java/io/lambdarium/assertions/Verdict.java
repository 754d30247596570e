// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import java.util.Optional;

/**
 * What a journal says to an expectation so far.
 *
 * @param state whether it holds, or still can
 * @param was what is the case instead, to be read after "but"
 * @param mark the entry that shows it
 */
record Verdict(State state, String was, Optional<Entry> mark) {

    enum State {
        HOLDS,
        NOT_YET,
        GIVEN_UP,
        NEVER
    }

    static Verdict holds() {
        return new Verdict(State.HOLDS, "", Optional.empty());
    }

    /** It does not hold, but what is still to come can change that. */
    static Verdict notYet(String was) {
        return new Verdict(State.NOT_YET, was, Optional.empty());
    }

    /** Nothing that can still come will change that it does not hold. */
    static Verdict never(String was) {
        return new Verdict(State.NEVER, was, Optional.empty());
    }

    /** It holds of all that was kept, which says nothing of what was not. */
    static Verdict holdsThroughout(Journal journal) {
        return journal.dropped() == 0
                ? holds()
                : never(journal.dropped() + " earlier entries were not kept and may say otherwise: raise "
                        + "SimulatorOptions.journalLimit(…)");
    }

    /** It still could, but nobody waits any longer. */
    Verdict givenUp(String remark) {
        return isOpen() ? new Verdict(State.GIVEN_UP, was + remark, mark) : this;
    }

    /** It still could, and whoever was waited for may have had time left. */
    Verdict brokenOff(String remark) {
        return isOpen() ? new Verdict(State.NEVER, was + remark, mark) : this;
    }

    static Verdict of(boolean held, String otherwise) {
        return held ? holds() : never(otherwise);
    }

    Verdict at(Optional<Entry> entry) {
        return new Verdict(state, was, entry);
    }

    /** Nothing can change it any more. */
    Verdict forGood() {
        return new Verdict(isOpen() ? State.NEVER : state, was, mark);
    }

    boolean holdsNow() {
        return state == State.HOLDS;
    }

    /** Whoever was waited for is worth a word then. */
    boolean isGivenUp() {
        return state == State.GIVEN_UP;
    }

    boolean isOpen() {
        return state == State.NOT_YET;
    }
}
