// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The one line, of all that a process wrote before it died, that most probably says why. */
final class LastWords {

    /** How those who die begin or what they say; where it is and how it came to that stands below or above it. */
    private static final Pattern TELLING = Pattern.compile(
            "error|exception|panic|fatal|caused by|abort|fail|cannot|can't|unable|not found|no such|denied|undefined"
                    + "|unexpected|invalid|unrecognized|attempt to|segmentation|out of memory",
            Pattern.CASE_INSENSITIVE);

    /** What Perl, bash, Python and Java say of this machine's locale and variables, whatever the program does. */
    private static final Pattern ABOUT_THE_MACHINE = Pattern.compile("^perl: warning: |: (warning: )?setlocale: "
            + "|^\\s+(LC_\\w+|LANG|LANGUAGE) = |^\\s+are supported and installed on your system"
            + "|^Python (runtime initialized with|detected) LC_CTYPE|^Picked up \\w+: ");

    /** What nobody dies of, and how a JVM that does not start ends whatever it says. */
    private static final Pattern BESIDE_THE_POINT = Pattern.compile(
            "^(?!.*(error|exception|panic|fatal)).*warning|^Error: Could not create the Java Virtual Machine"
                    + "|^Error: A fatal exception has occurred\\. Program will exit",
            Pattern.CASE_INSENSITIVE);

    private static final int LATEST = 100;

    private LastWords() {}

    /** The same as a sentence after another, about who has not died but stands still; empty if it wrote nothing. */
    static String soFar(Generation generation, Participant who) {
        return of(written(generation, who, Long.MAX_VALUE))
                .map(words -> " It wrote " + Sentence.quoted(words, 200) + ".")
                .orElse("");
    }

    /** What to do about an exit that is not clean, before that entry; an unfinished sentence. */
    static String advice(Generation generation, Exited exited, long before) {
        if (!exited.exit().detail().isEmpty()) {
            return "Mend the reason in brackets";
        }
        List<Wrote> written = written(generation, exited.participant(), before);
        if (written.isEmpty()) {
            return "It wrote nothing here: run it by hand with the same variables and print the exception that ends it";
        }
        return of(written)
                .map(words -> "It wrote " + Sentence.quoted(words, 200) + ". Mend that")
                .orElse("Look for the reason in what it wrote");
    }

    private static List<Wrote> written(Generation generation, Participant who, long before) {
        return generation
                .when(Wrote.class)
                .filter(entry -> entry.sequence() < before)
                .map(Entry::event)
                .map(Wrote.class::cast)
                .filter(wrote ->
                        wrote.participant().equals(who) && !wrote.text().isBlank())
                .toList();
    }

    /** In the order of how much the place says: stderr, the log, stdout. */
    private static Optional<String> of(List<Wrote> written) {
        return among(written, line -> !isIndented(line) && !has(BESIDE_THE_POINT, line))
                .or(() -> among(written, line -> true));
    }

    private static Optional<String> among(List<Wrote> written, Predicate<String> candidates) {
        return in(written, Stream.ERROR, candidates)
                .or(() -> in(written, Stream.LOG, candidates))
                .or(() -> in(written, Stream.OUTPUT, candidates));
    }

    private static Optional<String> in(List<Wrote> written, Stream stream, Predicate<String> candidates) {
        List<String> lines = written.stream()
                .filter(wrote -> wrote.stream() == stream)
                .flatMap(wrote -> wrote.text().lines())
                .filter(line -> !has(ABOUT_THE_MACHINE, line) && candidates.test(line))
                .toList();
        List<String> latest = lines.subList(Math.max(0, lines.size() - LATEST), lines.size());
        return last(latest, line -> !isIndented(line) && has(TELLING, line))
                .or(() -> last(latest, line -> !isIndented(line)))
                .or(() -> last(latest, line -> true))
                .map(String::strip);
    }

    private static boolean has(Pattern pattern, String line) {
        return pattern.matcher(line).find();
    }

    /** The places that a stack trace names are, and nobody understands them without what stands above. */
    private static boolean isIndented(String line) {
        return line.isBlank() || Character.isWhitespace(line.charAt(0));
    }

    private static Optional<String> last(List<String> lines, Predicate<String> condition) {
        return lines.stream().filter(condition).reduce((former, latter) -> latter);
    }
}
