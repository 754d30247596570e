// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of all simulators, and the one thread that rings them. An alarm only leaves a message, so one is enough.
 *
 * <p>The thread is woken neither for an alarm that is later than what it waits for, nor for one that is given up. Deadlines are
 * far and most simulators live shortly, so they hardly ever wake it; to wake a thread and let it wait again takes a twentieth of
 * such a life.
 */
final class Alarms {

    static final Alarms OF_ALL = new Alarms();

    private final long origin = System.nanoTime();
    private final ScheduledThreadPoolExecutor thread = thread();
    private final NavigableSet<Alarm> alarms = new ConcurrentSkipListSet<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicReference<Wait> waiting = new AtomicReference<>(new Wait(Long.MAX_VALUE));

    /** What is to ring, and when. */
    record Alarm(long due, long order, Runnable ring) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return due == other.due ? Long.compare(order, other.order) : Long.compare(due, other.due);
        }
    }

    /** Until when the thread waits. */
    private final class Wait implements Runnable {

        private final long until;
        private final AtomicReference<@Nullable Future<?>> task = new AtomicReference<>();

        private Wait(long until) {
            this.until = until;
        }

        private void begin() {
            task.set(thread.schedule(this, until - now(), TimeUnit.NANOSECONDS));
        }

        /** A task that is not known yet will find out by itself. */
        private void giveUp() {
            Future<?> known = task.get();
            if (known != null) {
                known.cancel(false);
            }
        }

        /** Who sets an alarm meanwhile finds that nobody waits for anything, and sees to that himself. */
        @Override
        public void run() {
            if (waiting.compareAndSet(this, new Wait(Long.MAX_VALUE))) {
                ringWhatIsDue();
            }
        }
    }

    private static ScheduledThreadPoolExecutor thread() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "lambdarium-alarm");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Sets one that rings in so many nanoseconds. */
    Alarm set(long nanos, Runnable ring) {
        Alarm alarm = new Alarm(now() + nanos, count.incrementAndGet(), ring);
        alarms.add(alarm);
        waitAtMost(alarm.due);
        return alarm;
    }

    /** It need not ring any more. */
    void giveUp(Alarm alarm) {
        alarms.remove(alarm);
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private void waitAtMost(long due) {
        Wait sooner = new Wait(due);
        Wait old = waiting.get();
        while (due < old.until) {
            if (waiting.compareAndSet(old, sooner)) {
                sooner.begin();
                old.giveUp();
                return;
            }
            old = waiting.get();
        }
    }

    private void ringWhatIsDue() {
        for (Alarm alarm : alarms) {
            if (alarm.due > now()) {
                waitAtMost(alarm.due);
                return;
            }
            ring(alarm);
        }
    }

    private void ring(Alarm alarm) {
        if (alarms.remove(alarm)) {
            alarm.ring.run();
        }
    }
}
