// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/** A journal that a test writes itself. Whoever waits in it sees at once, one by one, what was announced to come later. */
final class Diary implements Journal {

    private final List<Entry> entries = new ArrayList<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private SimulatorOptions options = SimulatorOptions.defaults();
    private Instant now = began();
    private EnvironmentId environment = new EnvironmentId(1);
    private boolean closed;
    private long dropped;

    /** What follows happens that many milliseconds after the beginning. */
    Diary at(long millis) {
        now = began().plusMillis(millis);
        return this;
    }

    /** What follows happens in that environment. */
    Diary in(int number) {
        environment = new EnvironmentId(number);
        return this;
    }

    Diary write(Event... events) {
        for (Event event : events) {
            entries.add(new Entry(dropped + entries.size(), now, where(event), event));
        }
        return this;
    }

    private Optional<EnvironmentId> where(Event event) {
        boolean nowhere = event instanceof InvocationEvent.Requested || event instanceof InvocationEvent.Throttled;
        return nowhere ? Optional.empty() : Optional.of(environment);
    }

    /** Will happen while somebody waits. */
    Diary later(Event... events) {
        for (Event event : events) {
            later.add(() -> write(event));
        }
        return this;
    }

    /** Keeps so many of what was written, and drops what came before. */
    Diary keepingLast(int count) {
        List<Entry> old = entries.subList(0, entries.size() - count);
        dropped += old.size();
        old.clear();
        return this;
    }

    Diary closed() {
        closed = true;
        return this;
    }

    Diary inVirtualTime() {
        options = options.virtualTime();
        return this;
    }

    Instant after(long millis) {
        return began().plusMillis(millis);
    }

    @Override
    public Instant began() {
        return Instant.EPOCH;
    }

    @Override
    public SimulatorOptions options() {
        return options;
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public Optional<LambdaFunction> function(EnvironmentId somewhere) {
        return Optional.empty();
    }

    @Override
    public <T> Optional<T> await(Function<Journal, Optional<T>> question, Duration patience) {
        Optional<T> answer = question.apply(this);
        while (answer.isEmpty() && !later.isEmpty() && !patience.isZero()) {
            later.remove().run();
            answer = question.apply(this);
        }
        return answer;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public long dropped() {
        return dropped;
    }
}
