// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.Subscription;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How messages word what they speak of. */
final class Words {

    private Words() {}

    /** Seconds with milliseconds, as in a timeline; more digits only where there are more. */
    static String of(Duration duration) {
        boolean whole = duration.toNanosPart() % 1_000_000 == 0;
        String fraction = String.format(Locale.ROOT, "%09d", duration.toNanosPart());
        return duration.toSeconds() + "." + (whole ? fraction.substring(0, 3) : fraction) + " s";
    }

    /** In double quotes and safe to print, whoever wrote it. */
    static String quoted(String text) {
        return '"' + safe(text) + '"';
    }

    /** Safe to print, whoever wrote it. */
    static String safe(String text) {
        return Payload.of(text).toString();
    }

    static String times(long times) {
        return times == 1 ? "once" : times == 2 ? "twice" : times + " times";
    }

    /** How often it happened, as "it started twice". */
    static String count(String who, String happened, long times) {
        return times == 0 ? who + " never " + happened : who + " " + happened + " " + times(times);
    }

    /** In the order of their declaration. */
    static String list(Collection<Subscription> values) {
        return values.isEmpty()
                ? "nothing"
                : values.stream().sorted().distinct().map(Enum::name).collect(Collectors.joining(" and "));
    }

    static String of(Start start) {
        return switch (start) {
            case COLD -> "a cold start";
            case WARM -> "a warm start";
            case AFTER_RESET -> "a start after a reset";
        };
    }

    /** How it ended, to be read after "it". */
    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return "succeeded with " + succeeded.payload();
        }
        if (outcome instanceof Outcome.Failed failed) {
            return "failed with " + safe(failed.errorType()) + ": " + failed.payload();
        }
        if (outcome instanceof Outcome.TimedOut timedOut) {
            return "timed out after " + of(timedOut.timeout());
        }
        if (outcome instanceof Outcome.Throttled throttled) {
            return "was throttled: " + safe(throttled.reason());
        }
        return "was lost: the simulator was closed before there was a result";
    }

    /** That there is no line, with what most of them wait for who have written one. */
    static String nothing(String words) {
        return words + " (a line counts when its line feed comes, and a program may keep it in a buffer till then)";
    }
}
