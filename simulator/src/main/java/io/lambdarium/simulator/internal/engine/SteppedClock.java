// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Virtual time: it begins with the real time, in whole milliseconds, and moves only when it is told to. */
final class SteppedClock implements Clock {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS));

    @Override
    public Instant now() {
        return now.get();
    }

    /** It never goes back: what was due in the past is due now. */
    void moveOnTo(Instant later) {
        if (later.isAfter(now.get())) {
            now.set(later);
        }
    }

    @Override
    public void setAlarm(Instant at, Runnable ring) {
        // whoever moves the clock asks who wants to be woken
    }

    @Override
    public void stop() {}
}
