// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import java.time.Duration;

/**
 * AWS's durations, sizes and counts in the life of an environment.
 *
 * @param init how long an initialization ahead of an invocation may take
 * @param runtimeShare the runtime's share of the shutdown budget beside an external extension
 */
public record Limits(Duration init, Duration runtimeShare) {

    /** An on-demand initialization. Source: lifecycle §1.5 (documented; observed 9.6 to 10.0 s). */
    public static final Duration INIT = Duration.ofSeconds(10);

    /** The runtime's share beside an external extension. Source: lifecycle §3.1 (documented; the emulator takes 600). */
    public static final Duration RUNTIME_SHARE = Duration.ofMillis(300);

    /** The whole budget with internal extensions only. Source: lifecycle §3.1 (documented). */
    static final Duration INTERNAL_BUDGET = Duration.ofMillis(500);

    /** The whole budget with an external extension. Source: lifecycle §3.1. */
    public static final Duration EXTERNAL_BUDGET = Duration.ofSeconds(2);

    /** How long a killed process may take to be gone before it is given up. Source: extensions-telemetry §2.2 step 5. */
    static final Duration REAPING = Duration.ofSeconds(2);

    /** How long a rest may take at most: who reads and freezes is not to hold up an environment for longer. Ours. */
    static final Duration RESTING = Duration.ofSeconds(1);

    /** Largest event of a synchronous invocation, in bytes: 6 MiB. Source: runtime-invoke §0.4 (observed). */
    public static final int EVENT = 6 * 1024 * 1024;

    /** Largest buffered response, in bytes: 6 MiB and 100. Source: runtime-invoke §0.4 (observed; the docs say 6 MB). */
    public static final long RESPONSE = 6 * 1024 * 1024 + 100;

    /** Extensions in one environment, external and internal together. Source: lifecycle §1.1. */
    static final int EXTENSIONS = 10;

    /** How many timed-out requests are remembered, to answer 410. Source: runtime-invoke §0.4. */
    static final int LATE_REQUESTS = 1000;
}
