// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why an assertion failed: what was expected and what was the case, the part of the timeline that shows it, and what is
 * probably behind it. Whoever has time left is blamed only if the test waited in vain.
 *
 * @param expected what was expected, such as "invocation 7f3c to succeed"
 * @param verdict what was the case
 * @param advice what the test could have said instead; may be empty
 */
record Story(String expected, Verdict verdict, String advice) {

    String of(Journal journal) {
        Timeline timeline = Timeline.of(journal);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("Expected " + expected + ", but " + verdict.was() + ".");
        paragraphs.add(timeline.excerpt(entry -> verdict.mark().equals(Optional.of(entry))));
        paragraphs.add(String.join("\n", verdict.isGivenUp() ? timeline.findings() : timeline.certainFindings()));
        paragraphs.add(advice);
        paragraphs.removeIf(String::isBlank);
        return String.join("\n\n", paragraphs);
    }
}
