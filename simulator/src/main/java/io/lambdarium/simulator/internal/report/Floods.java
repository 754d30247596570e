// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import java.util.ArrayList;
import java.util.List;

/**
 * Floods of output, told by how they begin and how they end: the end is what a dying process says last.
 *
 * @param lines all of them
 * @param words how things are named
 */
record Floods(List<Line> lines, Glossary words) {

    private static final int FIRST = 3;
    private static final int LAST = 3;

    /** Less is no more to read than the line that would stand for it. */
    private static final int LITTLE = FIRST + LAST + 1;

    List<Line> cut() {
        List<Line> told = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int end = Math.max(endOfOutput(from), from + 1);
            told.addAll(cut(lines.subList(from, end)));
            from = end;
        }
        return List.copyOf(told);
    }

    private int endOfOutput(int from) {
        int end = from;
        while (end < lines.size() && belongs(lines.get(from), lines.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean belongs(Line first, Line next) {
        return next.first().event() instanceof Wrote
                && next.who().equals(first.who())
                && next.first().environment().equals(first.first().environment());
    }

    private List<Line> cut(List<Line> output) {
        if (output.size() <= LITTLE) {
            return output;
        }
        int last = output.size() - LAST;
        List<Line> told = new ArrayList<>(output.subList(0, FIRST));
        told.add(gap(output.subList(FIRST, last)));
        told.addAll(output.subList(last, output.size()));
        return told;
    }

    private Line gap(List<Line> untold) {
        List<Entry> entries =
                untold.stream().flatMap(line -> line.entries().stream()).toList();
        String until = words.moment(untold.get(untold.size() - 1).first().at());
        return new Line(entries, untold.get(0).who(), "… " + untold.size() + " lines more, until " + until, "");
    }
}
