// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How many of its generations each environment has behind it. */
final class Generations {

    /** As many as there can ever be. */
    static final int ALL = Integer.MAX_VALUE;

    private final Map<EnvironmentId, Integer> over = new HashMap<>();
    private final Set<String> notStarted = new HashSet<>();

    private Generations() {}

    static Generations of(Journal journal) {
        Generations generations = new Generations();
        journal.entries().forEach(generations::read);
        return generations;
    }

    /** Whether that generation is over in those environments, and there is one of them. */
    boolean areOver(Predicate<EnvironmentId> where, int generation) {
        List<Integer> counts = over.entrySet().stream()
                .filter(entry -> where.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return !counts.isEmpty() && counts.stream().allMatch(count -> count >= generation);
    }

    /** Whether an invocation may still be given an environment that nobody knows yet. */
    boolean mayBegin() {
        return !notStarted.isEmpty();
    }

    private void read(Entry entry) {
        Event event = entry.event();
        entry.environment().ifPresent(environment -> read(event, environment));
        if (event instanceof Requested requested) {
            notStarted.add(requested.requestId());
        } else if (event instanceof Started started) {
            notStarted.remove(started.requestId());
        } else if (event instanceof Completed completed) {
            notStarted.remove(completed.requestId());
        } else if (event instanceof Throttled throttled) {
            notStarted.remove(throttled.requestId());
        }
    }

    private void read(Event event, EnvironmentId environment) {
        if (event instanceof EnvironmentEvent.Started) {
            over.put(environment, 0);
        } else if (event instanceof Launched launched) {
            over.put(environment, launched.generation() - 1);
        } else if (event instanceof WasReset) {
            over.merge(environment, 1, Integer::sum);
        } else if (event instanceof Terminated) {
            over.put(environment, ALL);
        }
    }
}
