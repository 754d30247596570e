// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** When a process was seen to run, by its own clock, which is that of the journal. */
record Ticks(List<Instant> times) {

    /** Of seconds with fractions, with white space between them. */
    static Ticks of(String seconds) {
        return new Ticks(
                Arrays.stream(seconds.trim().split("\\s+")).map(Ticks::time).toList());
    }

    /** Of seconds with fractions. */
    static Instant time(String seconds) {
        long micros = new BigDecimal(seconds).movePointRight(6).longValue();
        return Instant.EPOCH.plusNanos(micros * 1000);
    }

    List<Instant> within(Span span) {
        return times.stream().filter(span::contains).toList();
    }

    List<Instant> after(Span span) {
        return times.stream().filter(time -> time.isAfter(span.end())).toList();
    }
}
