// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.FunctionLog.Line;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import java.util.List;

/**
 * What was logged of an invocation.
 *
 * @param journal where it is read from
 * @param invocation which one
 */
record LoggedLines(Journal journal, Invocation invocation) {

    private static final String BESIDES = "it was written during an initialization, which belongs to no invocation: "
            + "assertThat(lambda).runtime().wroteLine(…)";

    /** Open until REPORT; what is written after that, nobody waits for. */
    Verdict have(String text) {
        FunctionLog log = FunctionLog.of(journal);
        List<Line> lines = log.of(invocation).lines();
        if (lines.stream().anyMatch(line -> line.text().equals(text))) {
            return Verdict.holds();
        }
        Course course = new Course(invocation);
        String instead = isBesides(text, log) ? BESIDES : written(text, lines);
        Verdict missing = Verdict.notYet(instead).at(course.last(Completed.class::isInstance));
        return course.isOver(journal) ? missing.forGood() : missing;
    }

    private static boolean isBesides(String text, FunctionLog log) {
        return log.lines().stream()
                .anyMatch(line -> line.requestId().isEmpty() && line.text().equals(text));
    }

    /** Most who are not found whole are there in part. */
    private static String written(String text, List<Line> lines) {
        List<String> written = lines.stream()
                .filter(line -> line.writer().isPresent())
                .map(Line::text)
                .toList();
        if (written.isEmpty()) {
            return Words.nothing("nothing was written");
        }
        return written.stream()
                .filter(line -> line.contains(text))
                .reduce((former, latter) -> latter)
                .map(line -> "lines are compared whole, and this one is " + Words.quoted(line))
                .orElseGet(() -> "the last that was written is " + Words.quoted(written.get(written.size() - 1)));
    }
}
