// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Makes identifiers without reading anything from outside: the same seed gives the same ones.
 *
 * @param seed differs from environment to environment
 * @param count how many were made
 */
public record Identities(long seed, long count) {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    public static Identities of(long seed) {
        return new Identities(seed, 0);
    }

    Identities next() {
        return new Identities(seed, count + 1);
    }

    /** A version 4 UUID in lower case. */
    String uuid() {
        long high = mix(seed + 2 * count * GOLDEN);
        long low = mix(seed + (2 * count + 1) * GOLDEN);
        return uuid(high, low);
    }

    /** A log stream that begins on that day. Source: lifecycle §4.1. */
    String logStream(String version, Instant day) {
        String date = LocalDate.ofInstant(day, ZoneOffset.UTC).toString().replace('-', '/');
        return date + "/[" + version + ']' + uuid().replace("-", "");
    }

    /** A version 4 UUID in lower case, of these random bits. */
    public static String uuid(long high, long low) {
        return new UUID((high & ~0xF000L) | 0x4000L, (low >>> 2) | 0x8000_0000_0000_0000L).toString();
    }

    /** The finalizer of SplitMix64: every bit of the input reaches every bit of the output. */
    private static long mix(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return twice ^ (twice >>> 31);
    }
}
