// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.FunctionLog.Line;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a journal, entry by entry, and gives the lines that Lambda logs of it. */
public final class LogReader {

    private final Journal journal;
    private final Map<EnvironmentId, LogStream> streams = new HashMap<>();

    /** Of that journal, which also says what was deployed. */
    public LogReader(Journal journal) {
        this.journal = journal;
    }

    /** All lines of what is there so far. */
    public static List<Line> read(Journal journal) {
        LogReader reader = new LogReader(journal);
        List<Line> lines = new ArrayList<>();
        journal.entries().forEach(entry -> lines.addAll(reader.read(entry)));
        return List.copyOf(lines);
    }

    /** The lines of what happened next; most things that happen are worth none. */
    public List<Line> read(Journal.Entry entry) {
        Optional<EnvironmentId> where = entry.environment();
        return where.isEmpty() ? List.of() : read(entry, where.get());
    }

    private List<Line> read(Journal.Entry entry, EnvironmentId environment) {
        LogStream stream = streams.computeIfAbsent(environment, this::open);
        List<Line> lines = stream.read(entry);
        if (entry.event() instanceof Terminated) {
            streams.remove(environment);
        }
        return lines;
    }

    /** A journal that was not written by a simulator may not know; Lambda's defaults do then. */
    private LogStream open(EnvironmentId environment) {
        LambdaFunction function = journal.function(environment).orElseGet(() -> LambdaFunction.function("unknown"));
        return new LogStream(environment, function, journal.options().initBilled());
    }
}
