// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What a failed test has to tell: the end of the timeline in the failure itself, the whole of it in a file.
 *
 * <p>Nothing that goes wrong here may hide why the test failed; it is told beside it instead.
 */
record FailedTestReport(ExtensionContext test, Simulator simulator) {

    private static final int LINES = 40;

    /** Does nothing to a test that was only aborted, because an assumption did not hold. */
    void addTo(Throwable failure) {
        if (failure instanceof TestAbortedException) {
            return;
        }
        failure.addSuppressed(new TimelineOfFailedTest(storyBeside(String.valueOf(failure.getMessage()))));
    }

    private String storyBeside(String message) {
        try {
            Timeline timeline = simulator.timeline();
            List<String> story = new ArrayList<>();
            story.add("What happened in Lambda before this test failed");
            story.addAll(excerpt(timeline.text(), message));
            timeline.findings().stream()
                    .filter(finding -> !message.contains(finding))
                    .forEach(story::add);
            story.add(ReportFile.write(timeline.text(), test));
            return story.stream().map(String::stripTrailing).collect(Collectors.joining("\n\n"));
        } catch (RuntimeException e) {
            return "What happened in Lambda before this test failed could not be told: " + e;
        }
    }

    /** The end of the timeline, unless the failure says it already. */
    private static List<String> excerpt(String text, String message) {
        List<String> lines = text.stripTrailing().lines().toList();
        if (lines.isEmpty() || message.contains(lines.get(lines.size() - 1).strip())) {
            return List.of();
        }
        int left = Math.max(0, lines.size() - LINES);
        String end = lines.stream().skip(left).collect(Collectors.joining("\n"));
        return List.of(left == 0 ? end : "    (" + left + " earlier lines are in the file)\n" + end);
    }
}
