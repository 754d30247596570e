// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The write side of the journal; it wakes who waits for something to be written. */
final class Recorder implements Journal {

    private final Instant began;
    private final SimulatorOptions options;
    private final Runnable settling;
    private final Pages pages;
    private final Deployments deployments = new Deployments();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private int waiting;
    private boolean ended;

    /** Settling waits until all that was left with the engine is written: whoever reads must find what he did himself. */
    Recorder(Instant began, SimulatorOptions options, Runnable settling) {
        this.began = began;
        this.options = options;
        this.settling = settling;
        this.pages = new Pages(options.journalLimit());
    }

    /** Writes, and lets what is read from it follow, before anybody who waits is woken: no wake-up comes too early. */
    void append(Step step, BiConsumer<Step.Happening, Instant> follower) {
        lock.lock();
        try {
            for (Step.Happening happening : step.happenings()) {
                pages.add(step.now(), happening.environment(), happening.event());
                note(happening.event());
                follower.accept(happening, step.now());
            }
            if (waiting > 0) {
                more.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void note(Event event) {
        if (event instanceof Started) {
            deployments.start();
        }
    }

    /** From now on, environments are started with that. */
    void deploy(LambdaFunction function) {
        lock.lock();
        try {
            deployments.deploy(function);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<LambdaFunction> function(EnvironmentId environment) {
        lock.lock();
        try {
            return deployments.of(environment);
        } finally {
            lock.unlock();
        }
    }

    /** Nothing will be written any more: nobody needs to wait. */
    void end() {
        lock.lock();
        try {
            ended = true;
            more.signalAll();
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

    /** Waits until all that was left with the engine is written. */
    void settle() {
        settling.run();
    }

    @Override
    public List<Entry> entries() {
        settle();
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

    /** The question is asked outside the lock: it may be slow, and it may ask others who write. */
    @Override
    public <T> Optional<T> await(Function<Journal, Optional<T>> question, Duration patience) {
        long until = System.nanoTime() + TimeUnit.NANOSECONDS.convert(patience);
        try {
            while (true) {
                long seen = written();
                Optional<T> answer = question.apply(this);
                if (answer.isPresent() || !awaitMore(seen, until - System.nanoTime())) {
                    return answer;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private long written() {
        lock.lock();
        try {
            return pages.written();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is more than was seen; says whether there is. */
    private boolean awaitMore(long seen, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        waiting++;
        try {
            while (pages.written() == seen && !ended && left > 0) {
                left = more.awaitNanos(left);
            }
            return pages.written() != seen;
        } finally {
            waiting--;
            lock.unlock();
        }
    }
}
