// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is to be done later by others than the machine: calls that a fault delays. */
final class Timers {

    private record Timer(Instant due, long order, Runnable action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return due.equals(other.due) ? Long.compare(order, other.order) : due.compareTo(other.due);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long count;

    void add(Instant due, Runnable action) {
        timers.add(new Timer(due, count++, action));
    }

    /** Nothing that was to be done later will be done. */
    void clear() {
        timers.clear();
    }

    Optional<Instant> wakeUpAt() {
        Timer first = timers.peek();
        return first == null ? Optional.empty() : Optional.of(first.due());
    }

    void wake(Instant now) {
        for (Timer next = timers.peek(); next != null && !now.isBefore(next.due()); next = timers.peek()) {
            timers.remove().action().run();
        }
    }
}
