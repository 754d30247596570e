// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A journal as it was when it was looked at: a verdict that read it twice while it grew would be about neither state, and the
 * story below it would contradict it.
 *
 * @param journal the journal that grows on
 * @param entries what it contained
 */
record Moment(Journal journal, List<Entry> entries) implements Journal {

    static Moment of(Journal journal) {
        return new Moment(journal, journal.entries());
    }

    /** Itself, or a later one if that entry came later: an invocation may know more than was known here. */
    Moment with(Optional<Entry> entry) {
        long last = entries.isEmpty() ? -1 : entries.get(entries.size() - 1).sequence();
        return entry.filter(it -> it.sequence() > last).isPresent() ? of(journal) : this;
    }

    @Override
    public Instant began() {
        return journal.began();
    }

    @Override
    public SimulatorOptions options() {
        return journal.options();
    }

    @Override
    public Optional<LambdaFunction> function(EnvironmentId environment) {
        return journal.function(environment);
    }

    @Override
    public <T> Optional<T> await(Function<Journal, Optional<T>> question, Duration patience) {
        return journal.await(question, patience);
    }

    @Override
    public boolean isClosed() {
        return journal.isClosed();
    }

    /** Not those that were dropped since: the first entry knows how many came before it. */
    @Override
    public long dropped() {
        return entries.isEmpty() ? 0 : entries.get(0).sequence();
    }
}
