// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.Event;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Watches over a wait for something that the journal does not tell: what dies from now on ends the wait.
 *
 * @param journal where deaths are recorded
 * @param since the first entry that counts; what died before was the test's wish
 */
record Vigil(Journal journal, long since) {

    static ConditionFactory over(Journal journal) {
        long since = journal.dropped() + journal.entries().size();
        return Awaitility.await()
                .atMost(journal.options().patience())
                .failFast(new Vigil(journal, since)::everybodyIsWell);
    }

    private void everybodyIsWell() {
        Optional<Entry> death = journal.entries().stream()
                .filter(entry -> entry.sequence() >= since && isDeath(entry.event()))
                .findFirst();
        if (death.isPresent()) {
            fail(Verdict.never(cause(death.get().event())).at(death));
        }
        if (journal.isClosed()) {
            fail(Verdict.never("the simulator is closed"));
        }
    }

    private void fail(Verdict verdict) {
        throw new AssertionError(new Story("everybody to live while the test waits", verdict, "").of(journal));
    }

    private static boolean isDeath(Event event) {
        return event instanceof Broke
                || event instanceof InitializationFailed
                || event instanceof InitializationTimedOut;
    }

    private static String cause(Event event) {
        if (event instanceof Broke broke) {
            return Lives.of(broke.participant()).name() + " died: "
                    + Words.safe(broke.failure().errorType());
        }
        return event instanceof InitializationFailed failed
                ? "an initialization failed: " + Words.safe(failed.failure().errorType())
                : "an initialization timed out";
    }
}
