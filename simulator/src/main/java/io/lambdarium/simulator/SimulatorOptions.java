// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.internal.lifecycle.Limits;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a simulator is started, as a value.
 *
 * @param time whether time passes by itself
 * @param patience how long waiting methods wait in real time before they give up
 * @param idleLimit how long an environment may be idle before it is shut down with SPINDOWN
 * @param initLimit how long an initialization may take that no invocation contains
 * @param runtimeShare the runtime's share of the shutdown budget beside an external extension
 * @param journalLimit how many of its latest entries the journal keeps at least
 * @param isolation how far real processes are kept from this machine; the best that it has, if nothing is said
 * @param freezing whether real processes are frozen while they wait, if their level of isolation can
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SimulatorOptions(
        Time time,
        Duration patience,
        Duration idleLimit,
        Duration initLimit,
        Duration runtimeShare,
        int journalLimit,
        Optional<Isolation> isolation,
        boolean freezing) {

    public SimulatorOptions {
        TimeRules.require("wait with a patience of", patience);
        TimeRules.require("keep an idle environment for", idleLimit);
        TimeRules.require("limit initializations to", initLimit);
        TimeRules.require("leave the runtime a share of", runtimeShare);
    }

    /** Whether time passes by itself. */
    public enum Time {
        /** The system's clock. */
        REAL,
        /** A clock that moves only when the test moves it. */
        VIRTUAL
    }

    /** Real time, ten seconds of patience, ten minutes idle, and AWS's limits. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                Time.REAL,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Limits.INIT,
                Limits.RUNTIME_SHARE,
                Integer.MAX_VALUE,
                Optional.empty(),
                true);
    }

    /** In virtual time. */
    public SimulatorOptions virtualTime() {
        return new SimulatorOptions(
                Time.VIRTUAL, patience, idleLimit, initLimit, runtimeShare, journalLimit, isolation, freezing);
    }

    /** With that patience. */
    public SimulatorOptions patience(Duration other) {
        return new SimulatorOptions(time, other, idleLimit, initLimit, runtimeShare, journalLimit, isolation, freezing);
    }

    /** With environments shut down after that time of idleness. */
    public SimulatorOptions idleLimit(Duration other) {
        return new SimulatorOptions(time, patience, other, initLimit, runtimeShare, journalLimit, isolation, freezing);
    }

    /** With that limit for initializations; 10 seconds on demand, more for other kinds. */
    public SimulatorOptions initLimit(Duration other) {
        return new SimulatorOptions(time, patience, idleLimit, other, runtimeShare, journalLimit, isolation, freezing);
    }

    /** With that share of the shutdown budget for the runtime; AWS documents 300 ms, its emulator takes 600. */
    public SimulatorOptions runtimeShare(Duration other) {
        return new SimulatorOptions(time, patience, idleLimit, initLimit, other, journalLimit, isolation, freezing);
    }

    /**
     * With a journal that keeps at least so many of its latest entries, and counts what it drops; for simulators that live
     * longer than a test. An invocation leaves about ten.
     */
    public SimulatorOptions journalLimit(int entries) {
        return new SimulatorOptions(time, patience, idleLimit, initLimit, runtimeShare, entries, isolation, freezing);
    }

    /** With real processes on that level of isolation; a machine that does not have it says what is missing. */
    public SimulatorOptions isolation(Isolation level) {
        return new SimulatorOptions(
                time, patience, idleLimit, initLimit, runtimeShare, journalLimit, Optional.of(level), freezing);
    }

    /** With real processes frozen while they wait, as on Lambda, or not. */
    public SimulatorOptions freezing(boolean wanted) {
        return new SimulatorOptions(
                time, patience, idleLimit, initLimit, runtimeShare, journalLimit, isolation, wanted);
    }
}
