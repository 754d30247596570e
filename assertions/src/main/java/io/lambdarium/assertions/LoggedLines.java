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

    /** Open until REPORT; what is written after that, nobody waits for. */
    Verdict have(String text) {
        List<Line> lines = FunctionLog.of(journal).of(invocation).lines();
        if (lines.stream().anyMatch(line -> line.text().equals(text))) {
            return Verdict.holds();
        }
        Course course = new Course(invocation);
        Verdict missing = Verdict.notYet(written(lines)).at(course.last(Completed.class::isInstance));
        return course.isOver(journal) ? missing.forGood() : missing;
    }

    private static String written(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.writer().isPresent())
                .reduce((former, latter) -> latter)
                .map(line -> "the last that was written is " + Words.quoted(line.text()))
                .orElse("nothing was written");
    }
}
