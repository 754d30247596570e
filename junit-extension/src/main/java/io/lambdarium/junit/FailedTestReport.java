// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.Timeline;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What a failed test has to tell: an excerpt of the timeline in the failure itself, the whole of it in a file.
 *
 * <p>Nothing that goes wrong here may hide why the test failed; it is told beside it instead.
 */
record FailedTestReport(ExtensionContext test, Simulator simulator) {

    private static final String TITLE = "What happened in Lambda before this test failed";

    /** Does nothing to a test that was only aborted, because an assumption did not hold. */
    void addTo(Throwable failure) {
        if (!(failure instanceof TestAbortedException)) {
            failure.addSuppressed(new TimelineOfFailedTest(storyBeside(String.valueOf(failure.getMessage()))));
        }
    }

    private String storyBeside(String message) {
        try {
            Timeline timeline = simulator.timeline();
            String text = timeline.text();
            return text.isBlank()
                    ? "Nothing had happened in Lambda when this test failed"
                    : story(timeline, text, message);
        } catch (RuntimeException e) {
            return TITLE + " could not be told: " + e;
        }
    }

    private String story(Timeline timeline, String text, String message) {
        List<String> findings = timeline.findings();
        return paragraphs(Stream.of(
                        excerpt(timeline, text, message),
                        findings.stream().filter(finding -> !message.contains(finding)),
                        Stream.of(
                                ReportFile.write(paragraphs(Stream.concat(Stream.of(text), findings.stream())), test)))
                .flatMap(part -> part));
    }

    /** Nothing if the failure tells it already, as those of our assertions do: an excerpt begins as the timeline does. */
    private static Stream<String> excerpt(Timeline timeline, String text, String message) {
        String beginning = text.lines().findFirst().orElse("");
        return message.contains(beginning.strip())
                ? Stream.empty()
                : Stream.of(TITLE, timeline.excerpt(entry -> false));
    }

    private static String paragraphs(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
