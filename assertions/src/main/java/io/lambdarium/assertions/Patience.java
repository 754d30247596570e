// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.assertions.Expectation.Answer;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.SimulatorOptions.Time;
import java.time.Duration;

/**
 * How long present-tense assertions wait.
 *
 * @param limit how long, in real time
 */
record Patience(Duration limit) {

    static Patience of(Journal journal) {
        return new Patience(journal.options().patience());
    }

    /** Waits until the answer is settled; gives it then, or at the end of patience, or when the test is interrupted. */
    Answer await(Journal journal, Expectation expectation) {
        return journal.await(now -> expectation.in(now).settled(), limit)
                .orElseGet(() -> last(journal, expectation.in(journal)));
    }

    /** Whoever waits for the journal leaves the mark of an interrupt on his thread. */
    private Answer last(Journal journal, Answer answer) {
        return Thread.currentThread().isInterrupted() && !journal.isClosed()
                ? answer.brokenOff(", and the test was interrupted while it waited")
                : answer.last(remark(journal));
    }

    private String remark(Journal journal) {
        if (journal.isClosed()) {
            return ", and the simulator is closed";
        }
        String waited = ", after " + Words.of(limit) + " of waiting";
        return journal.options().time() == Time.VIRTUAL
                ? waited + "; time is virtual, so whatever is due later needs lambda.time().advance(…)"
                : waited;
    }
}
