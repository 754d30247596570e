// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ShutdownReason;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * Assertions about the execution environments of a simulator, all together. They count, and so they fail where a bounded journal
 * has dropped entries.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EnvironmentsAssert extends LambdaAssert<EnvironmentsAssert, Journal> {

    EnvironmentsAssert(Journal journal, Consequence consequence) {
        super(journal, EnvironmentsAssert.class, consequence);
    }

    /**
     * Waits until that many were started, and fails at once if there are more.
     *
     * <pre>{@code
     * assertThat(lambda).environments().areStarted(2);   // passes if two invocations run at once
     * assertThat(lambda).environments().areStarted(2);   // fails if there are three
     * }</pre>
     */
    public EnvironmentsAssert areStarted(int count) {
        return waitFor("to be started " + Words.times(count), counted(Started.class, count, "started"));
    }

    /**
     * Verifies that so many were started so far; {@link #areStarted} waits.
     *
     * <pre>{@code
     * assertThat(lambda).environments().wereStarted(1);   // passes after two invocations in a row
     * assertThat(lambda).environments().wereStarted(1);   // fails before the first
     * }</pre>
     */
    public EnvironmentsAssert wereStarted(int count) {
        return look(
                "to have been started " + Words.times(count),
                counted(Started.class, count, "started"),
                "areStarted(…)");
    }

    /**
     * Waits until so many initializations have succeeded, and fails at once if there are more.
     *
     * <pre>{@code
     * lambda.initialize(2);
     * assertThat(lambda).environments().areInitialized(2);   // passes when everybody has asked for the first event
     * assertThat(lambda).environments().areInitialized(2);   // fails if an extension never does
     * }</pre>
     */
    public EnvironmentsAssert areInitialized(int count) {
        return waitFor("to be initialized " + Words.times(count), counted(Initialized.class, count, "initialized"));
    }

    /**
     * Verifies that so many initializations have succeeded so far; {@link #areInitialized} waits.
     *
     * <pre>{@code
     * assertThat(lambda).environments().wereInitialized(2);   // passes if a reset was followed by an invocation
     * assertThat(lambda).environments().wereInitialized(2);   // fails while the second one is going on
     * }</pre>
     */
    public EnvironmentsAssert wereInitialized(int count) {
        return look(
                "to have been initialized " + Words.times(count),
                counted(Initialized.class, count, "initialized"),
                "areInitialized(…)");
    }

    /**
     * Waits until so many resets have happened, and fails at once if there are more.
     *
     * <pre>{@code
     * assertThat(lambda).environments().areReset(1);   // passes after a timeout, when everybody is gone
     * assertThat(lambda).environments().areReset(1);   // fails if the function answers in time
     * }</pre>
     */
    public EnvironmentsAssert areReset(int count) {
        return waitFor("to be reset " + Words.times(count), counted(WasReset.class, count, "reset"));
    }

    /**
     * Verifies that so many resets have happened so far; {@link #areReset} waits.
     *
     * <pre>{@code
     * assertThat(lambda).environments().wereReset(0);   // passes while all is well
     * assertThat(lambda).environments().wereReset(0);   // fails after a crash
     * }</pre>
     */
    public EnvironmentsAssert wereReset(int count) {
        return look("to have been reset " + Words.times(count), counted(WasReset.class, count, "reset"), "areReset(…)");
    }

    /**
     * Waits until all that were started are no more, and there was at least one.
     *
     * <pre>{@code
     * lambda.shutDown();
     * assertThat(lambda).environments().end();   // passes
     * assertThat(lambda).environments().end();   // fails without shutDown(): an idle environment lives on
     * }</pre>
     */
    public EnvironmentsAssert end() {
        return waitFor("to end", EnvironmentsAssert::allEnded);
    }

    /**
     * Verifies that all that were started are no more, and there was at least one; {@link #end()} waits.
     *
     * <pre>{@code
     * lambda.close();
     * assertThat(lambda).environments().ended();   // passes
     * assertThat(lambda).environments().ended();   // fails while one is idle
     * }</pre>
     */
    public EnvironmentsAssert ended() {
        return look("to have ended", EnvironmentsAssert::allEnded, "end()");
    }

    /**
     * Waits until all that were started are no more, and verifies that each of them ended for that reason.
     *
     * <pre>{@code
     * lambda.shutDown();
     * assertThat(lambda).environments().areShutDown(SPINDOWN);   // passes
     * assertThat(lambda).environments().areShutDown(TIMEOUT);    // fails: after a timeout they are reset and live on
     * }</pre>
     */
    public EnvironmentsAssert areShutDown(ShutdownReason reason) {
        return waitFor("to be shut down with " + reason, allEnded(reason));
    }

    /**
     * Verifies that all that were started are no more, each for that reason; {@link #areShutDown} waits.
     *
     * <pre>{@code
     * assertThat(lambda).environments().wereShutDown(SPINDOWN);   // passes when shutDown() is done
     * assertThat(lambda).environments().wereShutDown(SPINDOWN);   // fails while it is going on
     * }</pre>
     */
    public EnvironmentsAssert wereShutDown(ShutdownReason reason) {
        return look("to have been shut down with " + reason, allEnded(reason), "areShutDown(…)");
    }

    // --- internals ---

    @Override
    Journal witness() {
        return actual;
    }

    @Override
    String subject() {
        return "environments";
    }

    private static Function<Journal, Verdict> counted(Class<? extends Event> kind, int expected, String done) {
        return journal -> {
            int found = journal.events(kind).size();
            return new Tally(found, expected, Words.count("they", "were " + done, found)).in(journal);
        };
    }

    private static Verdict allEnded(Journal journal) {
        Verdict known = Verdict.holdsThroughout(journal);
        int started = journal.events(Started.class).size();
        int ended = journal.events(Terminated.class).size();
        if ((started == ended && started > 0) || !known.holdsNow()) {
            return known;
        }
        return Verdict.notYet(started == 0 ? "none was started" : ended + " of " + started + " did");
    }

    private static Function<Journal, Verdict> allEnded(ShutdownReason reason) {
        return journal -> {
            List<ShutdownReason> others = journal.events(Terminated.class).stream()
                    .map(Terminated::reason)
                    .filter(other -> other != reason)
                    .toList();
            return others.isEmpty() ? allEnded(journal) : Verdict.never("one was shut down with " + others.get(0));
        };
    }
}
