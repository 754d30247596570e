// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.time.Duration;

/** Which durations a simulator can count with. */
final class TimeRules {

    /** A century: nobody lives to see more, and no sum of instants and such durations overflows. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private TimeRules() {}

    /** Refuses what is negative or beyond all calendars; the action is worded like {@code set a limit of}. */
    static void require(String action, Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new SimulatorException("Cannot " + action + " " + duration
                    + ": time does not go back, and a simulator counts with a century at most. Name a duration of zero to "
                    + LONGEST.toDays() + " days.");
        }
    }
}
