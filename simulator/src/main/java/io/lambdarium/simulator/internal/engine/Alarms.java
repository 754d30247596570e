// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

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
    private final AtomicReference<Wait> waiting = new AtomicReference<>(Wait.until(Long.MAX_VALUE));

    /** What is to ring, and when. */
    record Alarm(long due, long order, Runnable ring) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return due == other.due ? Long.compare(order, other.order) : Long.compare(due, other.due);
        }
    }

    /** Until when the thread waits, and the task it waits for, once that is known. */
    private record Wait(long until, AtomicReference<Optional<Future<?>>> task) {

        static Wait until(long due) {
            return new Wait(due, new AtomicReference<>(Optional.empty()));
        }

        /** A task that is not known yet will find out by itself. */
        void giveUp() {
            task.get().ifPresent(known -> known.cancel(false));
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
        Wait sooner = Wait.until(due);
        Wait old = waiting.getAndUpdate(wait -> due < wait.until ? sooner : wait);
        if (due < old.until) {
            sooner.task.set(Optional.of(thread.schedule(() -> wake(sooner), due - now(), TimeUnit.NANOSECONDS)));
            old.giveUp();
        }
    }

    /** Who sets an alarm meanwhile finds that nobody waits for anything, and sees to that himself. */
    private void wake(Wait mine) {
        if (waiting.compareAndSet(mine, Wait.until(Long.MAX_VALUE))) {
            for (Alarm alarm : alarms) {
                if (alarm.due > now()) {
                    waitAtMost(alarm.due);
                    return;
                }
                ring(alarm);
            }
        }
    }

    private void ring(Alarm alarm) {
        if (alarms.remove(alarm)) {
            alarm.ring.run();
        }
    }
}
