// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import java.time.Instant;

/** The time that a simulator goes by, and one alarm. */
interface Clock {

    /** What it shows; it never goes back. */
    Instant now();

    /** Rings once, at or after that time, unless it is set to an earlier time before. Earlier rings do no harm. */
    void setAlarm(Instant at, Runnable ring);

    /** The alarm has rung: the next one can be set. */
    default void rang() {}

    /** Never rings again. */
    void stop();
}
