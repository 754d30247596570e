// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.internal.engine.Alarms.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Real time: the system's clock when it was made, and what has passed since, so that it cannot jump. */
final class WallClock implements Clock {

    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();
    private Instant alarmAt = Instant.MAX;
    private @Nullable Alarm alarm;

    @Override
    public Instant now() {
        return origin.plusNanos(System.nanoTime() - originNanos);
    }

    /** Called by the engine only, so by one thread at a time. A later time than the one set is left to a second ring. */
    @Override
    public void setAlarm(Instant at, Runnable ring) {
        if (at.isBefore(alarmAt)) {
            giveUp();
            alarmAt = at;
            long nanos = Math.max(0, TimeUnit.NANOSECONDS.convert(Duration.between(now(), at)));
            alarm = Alarms.OF_ALL.set(nanos, ring);
        }
    }

    @Override
    public void rang() {
        alarmAt = Instant.MAX;
    }

    @Override
    public void stop() {
        giveUp();
        alarmAt = Instant.MIN;
    }

    private void giveUp() {
        if (alarm != null) {
            Alarms.OF_ALL.giveUp(alarm);
        }
    }
}
