// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import java.util.HashSet;
import java.util.Set;

/** Whether anything can still happen that the test does not begin itself. */
final class Prospects {

    private final Set<EnvironmentId> inhabited = new HashSet<>();
    private final Set<String> underWay = new HashSet<>();

    private Prospects() {}

    /** Nobody lives in any environment, and no invocation is under way. */
    static boolean areNone(Journal journal) {
        Prospects prospects = new Prospects();
        journal.entries().forEach(prospects::read);
        return prospects.inhabited.isEmpty() && prospects.underWay.isEmpty();
    }

    private void read(Entry entry) {
        if (entry.event() instanceof EnvironmentEvent event) {
            boolean isEnd = event instanceof WasReset || event instanceof Terminated;
            entry.environment().ifPresent(isEnd ? inhabited::remove : inhabited::add);
        } else if (entry.event() instanceof Requested requested) {
            underWay.add(requested.requestId());
        } else if (entry.event() instanceof Completed completed) {
            underWay.remove(completed.requestId());
        } else if (entry.event() instanceof Throttled throttled) {
            underWay.remove(throttled.requestId());
        }
    }
}
