// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.internal.lifecycle.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
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
 * @param initBilled whether the duration of an initialization is billed with the invocation that waited for it
 * @param echo who is handed each line of the log as it is logged
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
        boolean freezing,
        boolean initBilled,
        Optional<Consumer<String>> echo) {

    public SimulatorOptions {
        TimeRules.require("wait with a patience of", patience);
        TimeRules.require("keep an idle environment for", idleLimit);
        TimeRules.require("limit initializations to", initLimit);
        TimeRules.require("leave the runtime a share of", runtimeShare);
        if (runtimeShare.compareTo(Limits.EXTERNAL_BUDGET) > 0) {
            throw new SimulatorException(
                    "Cannot leave the runtime a share of " + runtimeShare + ": with extensions, all of "
                            + "them together have " + Limits.EXTERNAL_BUDGET + ". Name a part of that.");
        }
        if (journalLimit < 1) {
            throw new SimulatorException(
                    "Cannot keep a journal of " + journalLimit + " entries: whoever waits would never see "
                            + "what happens. Name at least 1, and rather some thousands.");
        }
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
                true,
                true,
                Optional.empty());
    }

    /** In virtual time. */
    public SimulatorOptions virtualTime() {
        return with(draft -> draft.time = Time.VIRTUAL);
    }

    /** With that patience. */
    public SimulatorOptions patience(Duration other) {
        return with(draft -> draft.patience = other);
    }

    /** With environments shut down after that time of idleness. */
    public SimulatorOptions idleLimit(Duration other) {
        return with(draft -> draft.idleLimit = other);
    }

    /** With that limit for initializations; 10 seconds on demand, more for other kinds. */
    public SimulatorOptions initLimit(Duration other) {
        return with(draft -> draft.initLimit = other);
    }

    /** With that share of the shutdown budget for the runtime; AWS documents 300 ms, its emulator takes 600. */
    public SimulatorOptions runtimeShare(Duration other) {
        return with(draft -> draft.runtimeShare = other);
    }

    /**
     * With a journal that keeps at least so many of its latest entries, and counts what it drops; for simulators that live
     * longer than a test. An invocation leaves about fourteen.
     */
    public SimulatorOptions journalLimit(int entries) {
        return with(draft -> draft.journalLimit = entries);
    }

    /** With real processes on that level of isolation; a machine that does not have it says what is missing. */
    public SimulatorOptions isolation(Isolation level) {
        return with(draft -> draft.isolation = Optional.of(level));
    }

    /** With real processes frozen while they wait, as on Lambda, or not. */
    public SimulatorOptions freezing(boolean wanted) {
        return with(draft -> draft.freezing = wanted);
    }

    /**
     * With the duration of an initialization billed, as Lambda does for all functions since August 2025, or not, as it did
     * until then for functions on a managed runtime from a ZIP. It shows in the Billed Duration of REPORT.
     */
    public SimulatorOptions initBilled(boolean wanted) {
        return with(draft -> draft.initBilled = wanted);
    }

    /**
     * With each line of the log handed to that as well, while it is logged; what could steer a terminal is escaped. It is called
     * in the middle of things: it must not wait for this simulator.
     *
     * <pre>{@code
     * SimulatorOptions.defaults().echo(System.out::println);
     * }</pre>
     */
    public SimulatorOptions echo(Consumer<String> lines) {
        return with(draft -> draft.echo = Optional.of(lines));
    }

    private SimulatorOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** The same options, for a moment in which one of them changes. */
    private static final class Draft {

        private Time time;
        private Duration patience;
        private Duration idleLimit;
        private Duration initLimit;
        private Duration runtimeShare;
        private int journalLimit;
        private Optional<Isolation> isolation;
        private boolean freezing;
        private boolean initBilled;
        private Optional<Consumer<String>> echo;

        private Draft(SimulatorOptions options) {
            time = options.time;
            patience = options.patience;
            idleLimit = options.idleLimit;
            initLimit = options.initLimit;
            runtimeShare = options.runtimeShare;
            journalLimit = options.journalLimit;
            isolation = options.isolation;
            freezing = options.freezing;
            initBilled = options.initBilled;
            echo = options.echo;
        }

        private SimulatorOptions finished() {
            return new SimulatorOptions(
                    time,
                    patience,
                    idleLimit,
                    initLimit,
                    runtimeShare,
                    journalLimit,
                    isolation,
                    freezing,
                    initBilled,
                    echo);
        }
    }
}
