// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.internal.report.Chronicle;
import io.lambdarium.simulator.internal.report.Diagnosis;
import io.lambdarium.simulator.internal.report.TextTimeline;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * A journal for human eyes, as it was when it was read.
 *
 * <p>Times count from the start of the simulator, request ids are cut as far as they stay unique, and what a participant
 * chose, such as a name or an error type, is escaped and cut.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Timeline {

    private final Chronicle chronicle;

    private Timeline(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** The story that a journal tells so far. */
    public static Timeline of(Journal journal) {
        return new Timeline(Chronicle.of(journal));
    }

    /** The part of the story that concerns one environment, the invocations that it was given among it. */
    public Timeline in(EnvironmentId environment) {
        return new Timeline(chronicle.in(environment));
    }

    /** How it names the invocation of that id: by the id, cut as far as it stays unique. */
    public String invocation(String requestId) {
        return TextTimeline.of(chronicle).invocation(requestId);
    }

    /** Everything that happened, a line for each thing. */
    public String text() {
        return TextTimeline.of(chronicle).text();
    }

    /**
     * About twenty indented lines of it: how it began, how it ended, and what is around the marked entries, which get an
     * arrow.
     */
    public String excerpt(Predicate<Journal.Entry> marked) {
        return TextTimeline.of(chronicle).excerpt(marked);
    }

    /**
     * What probably went wrong, in whole sentences, the cause before its consequences; empty if nothing looks wrong.
     *
     * <p>Of a story that has not ended they say, too, for whom everybody waits.
     */
    public List<String> findings() {
        return Diagnosis.of(chronicle);
    }

    /**
     * Those of the findings that no later event can mend: nobody is blamed for what there still is time for.
     *
     * @see #findings()
     */
    public List<String> certainFindings() {
        return Diagnosis.certain(chronicle);
    }

    @Override
    public String toString() {
        return text();
    }
}
