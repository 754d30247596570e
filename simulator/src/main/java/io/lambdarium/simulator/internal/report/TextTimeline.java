// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentEvent.CameToRest;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The story for a terminal, in columns: when, where if there are several places, who, what, and what became of it. */
public final class TextTimeline {

    private static final int CALL = 40;
    private static final String MARK = "  → ";
    private static final String MARGIN = "    ";
    private static final String NOT_FROZEN = "(Lambda freezes who is idle. Here they run on.)";

    private final Chronicle chronicle;
    private final Glossary words;
    private final List<Line> lines;

    private TextTimeline(Chronicle chronicle) {
        this.chronicle = chronicle;
        this.words = Glossary.of(chronicle);
        this.lines = Folding.of(chronicle, words);
    }

    /** The story of a chronicle. */
    public static TextTimeline of(Chronicle chronicle) {
        return new TextTimeline(chronicle);
    }

    /** How it names that invocation. */
    public String invocation(String requestId) {
        return words.request(requestId);
    }

    /** All of it. */
    public String text() {
        Columns columns = new Columns();
        return Stream.of(lost(), lines.stream().map(columns::print), remark())
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    /** A thread cannot be frozen, and neither can a process that someone else started. Source: lifecycle §2.8. */
    private Stream<String> remark() {
        boolean rest = chronicle.all(CameToRest.class).findAny().isPresent();
        boolean runOn = rest
                ? lines.stream().anyMatch(TextTimeline::isIdleUnfrozen)
                : chronicle.all(Idled.class).findAny().isPresent();
        return runOn ? Stream.of(NOT_FROZEN) : Stream.empty();
    }

    /** After an initialization that an invocation waits for, Lambda does not freeze either. */
    private static boolean isIdleUnfrozen(Line line) {
        return line.holds(Completed.class) && line.holds(Idled.class) && !line.holds(Frozen.class);
    }

    /** About twenty lines of it: how it began, how it ended, and what is around the marked entries, with an arrow. */
    public String excerpt(Predicate<Entry> marked) {
        Columns columns = new Columns();
        List<Boolean> marks = lines.stream()
                .map(line -> line.entries().stream().anyMatch(marked))
                .toList();
        return Stream.concat(
                        lost().map(MARGIN::concat),
                        Excerpt.of(marks).stream()
                                .map(part -> part.isGap()
                                        ? MARGIN + part.gap()
                                        : (marks.get(part.from()) ? MARK : MARGIN)
                                                + columns.print(lines.get(part.from()))))
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> lost() {
        long dropped = chronicle.dropped();
        return dropped == 0 ? Stream.empty() : Stream.of("… " + dropped + " earlier entries were not kept");
    }

    /** As wide as the widest that stands in them. */
    private final class Columns {

        private final boolean places = chronicle.hasSeveralEnvironments();
        private final int when = widest(line -> when(line).length());
        private final int where = widest(line -> where(line).length());
        private final int who = widest(line -> line.who().length());

        private int widest(ToIntFunction<Line> width) {
            return lines.stream().mapToInt(width).max().orElse(0);
        }

        private String when(Line line) {
            return words.moment(line.first().at());
        }

        private String where(Line line) {
            return line.first().environment().map(it -> "env " + it.number()).orElse("");
        }

        private String print(Line line) {
            String place = places ? pad(where(line), where) + "  " : "";
            String what = line.fate().isEmpty() ? line.what() : pad(line.what(), CALL) + "  " + line.fate();
            return " ".repeat(when - when(line).length()) + when(line) + "  " + place + pad(line.who(), who) + "  "
                    + what;
        }

        private static String pad(String text, int width) {
            return text + " ".repeat(Math.max(0, width - text.length()));
        }
    }
}
