// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Durations as Lambda writes them. It counts whole microseconds. Source: extensions-telemetry §4.5. */
final class Milliseconds {

    private Milliseconds() {}

    /** With two decimals. */
    static String text(Duration duration) {
        return exact(duration).setScale(2, RoundingMode.HALF_UP) + " ms";
    }

    /** With up to three decimals. */
    static double number(Duration duration) {
        return exact(duration).doubleValue();
    }

    /** Whole ones, and what has begun counts. */
    static long billed(Duration duration) {
        return exact(duration).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static BigDecimal exact(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos() / 1_000, 3);
    }
}
