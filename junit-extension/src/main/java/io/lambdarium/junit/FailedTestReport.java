// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions.Time;
import io.lambdarium.simulator.Timeline;
import java.time.Duration;
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

    /** Longer than anybody takes who is at work, and shorter than a test waits for one who is not. */
    private static final Duration A_WHILE = Duration.ofMillis(500);

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
        Stream<String> findings = timeline.findings().stream();
        String file = ReportFile.write(
                paragraphs(Stream.of(Stream.of(text), findings, output()).flatMap(part -> part)), test);
        Stream<String> untold = isToldBy(message, text)
                ? Stream.empty()
                : Stream.concat(Stream.of(TITLE, timeline.excerpt(entry -> false)), blame(timeline));
        return paragraphs(Stream.concat(untold, Stream.of(file)));
    }

    /** A timeline tells floods of output by how they begin and how they end. */
    private Stream<String> output() {
        FunctionLog log = simulator.log();
        return log.lines().stream().anyMatch(line -> line.writer().isPresent())
                ? Stream.of("Everything that was logged:\n" + log)
                : Stream.empty();
    }

    /** Our assertions tell the story themselves: an excerpt begins as the timeline does. */
    private static boolean isToldBy(String message, String text) {
        return message.contains(text.lines().findFirst().orElse("").strip());
    }

    /** While things are happening, it is no news that somebody has not got round to something. */
    private Stream<String> blame(Timeline timeline) {
        return (isQuiet() ? timeline.findings() : timeline.certainFindings()).stream();
    }

    private boolean isQuiet() {
        List<Entry> entries = simulator.journal().entries();
        if (entries.isEmpty()) {
            return true;
        }
        Entry last = entries.get(entries.size() - 1);
        return simulator.journal().options().time() == Time.VIRTUAL
                ? isLast(last)
                : Duration.between(last.at(), simulator.time().now()).compareTo(A_WHILE) >= 0;
    }

    /** By the clock of those who take part, since virtual time stands still however long nobody did anything. */
    private boolean isLast(Entry entry) {
        return simulator
                .journal()
                .await(
                        journal -> journal.entries().stream()
                                .filter(another -> another.sequence() > entry.sequence())
                                .findAny(),
                        A_WHILE)
                .isEmpty();
    }

    private static String paragraphs(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
