// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The write side of the journal; it wakes who waits for something to be written. */
final class Recorder implements Journal {

    private final Instant began;
    private final SimulatorOptions options;
    private final Pages pages;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private int waiting;
    private boolean ended;

    Recorder(Instant began, SimulatorOptions options) {
        this.began = began;
        this.options = options;
        this.pages = new Pages(options.journalLimit());
    }

    /** Writes, and lets what is read from it follow, before anybody who waits is woken: no wake-up comes too early. */
    void append(Instant at, Optional<EnvironmentId> environment, List<? extends Event> events, Runnable followers) {
        lock.lock();
        try {
            for (Event event : events) {
                pages.add(at, environment, event);
            }
            followers.run();
            if (waiting > 0) {
                written.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing will be written any more: nobody needs to wait. */
    void end() {
        lock.lock();
        try {
            ended = true;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Instant began() {
        return began;
    }

    @Override
    public SimulatorOptions options() {
        return options;
    }

    @Override
    public boolean isClosed() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Entry> entries() {
        lock.lock();
        try {
            return pages.snapshot();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long dropped() {
        lock.lock();
        try {
            return pages.dropped();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> Optional<T> await(Function<Journal, Optional<T>> question, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        waiting++;
        try {
            Optional<T> answer = question.apply(this);
            while (answer.isEmpty() && !ended && left > 0) {
                left = written.awaitNanos(left);
                answer = question.apply(this);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiting--;
            lock.unlock();
        }
    }
}
