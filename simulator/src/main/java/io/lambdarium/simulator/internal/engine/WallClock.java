// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time: the system's clock when it was made, and what has passed since, so that it cannot jump. */
final class WallClock implements Clock {

    /** One thread for the alarms of all simulators: an alarm only leaves a message. */
    private static final ScheduledThreadPoolExecutor ALARMS = alarms();

    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();
    private Instant alarmAt = Instant.MAX;
    private Future<?> alarm = CompletableFuture.completedFuture(null);

    private static ScheduledThreadPoolExecutor alarms() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "lambdarium-alarm");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    @Override
    public Instant now() {
        return origin.plusNanos(System.nanoTime() - originNanos);
    }

    /** Called by the engine only, so by one thread at a time. A later time than the one set is left to a second ring. */
    @Override
    public void setAlarm(Instant at, Runnable ring) {
        if (at.isBefore(alarmAt)) {
            alarm.cancel(false);
            alarmAt = at;
            long nanos = Math.max(0, TimeUnit.NANOSECONDS.convert(Duration.between(now(), at)));
            alarm = ALARMS.schedule(ring, nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void rang() {
        alarmAt = Instant.MAX;
    }

    @Override
    public void stop() {
        alarm.cancel(false);
        alarmAt = Instant.MIN;
    }
}
