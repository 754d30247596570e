// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.CallEvent.Received;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody calls again and again, told once: a loop that ignores its refusals makes thousands of the same lines in a
 * second.
 *
 * @param lines all of them
 * @param words how things are named
 */
record Repeats(List<Line> lines, Glossary words) {

    /** Asking and answering in vain are two calls in turn. */
    private static final int LONGEST_TURN = 2;

    /** Fewer are no more to read than the line that would stand for them. */
    private static final int FEW = 3;

    List<Line> toldOnce() {
        List<Line> told = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int turn = turnAt(from);
            told.addAll(lines.subList(from, from + Math.max(1, turn)));
            int again = again(from, turn);
            if (again > 0) {
                told.add(again(lines.subList(from + turn, from + turn + again * turn), turn, again));
            }
            from += Math.max(1, turn) + again * turn;
        }
        return List.copyOf(told);
    }

    /** How many lines from there on are worth telling once; 0 if none are. */
    private int turnAt(int from) {
        for (int turn = 1; turn <= LONGEST_TURN; turn++) {
            if (again(from, turn) > FEW) {
                return turn;
            }
        }
        return 0;
    }

    /** How many times so many lines come once more. */
    private int again(int from, int turn) {
        int next = from + turn;
        while (turn > 0 && next < lines.size() && isSame(lines.get(next - turn), lines.get(next))) {
            next++;
        }
        return turn == 0 ? 0 : (next - from - turn) / turn;
    }

    private static boolean isSame(Line one, Line other) {
        return isCall(one)
                && isCall(other)
                && one.who().equals(other.who())
                && one.what().equals(other.what())
                && one.fate().equals(other.fate())
                && one.first().environment().equals(other.first().environment());
    }

    private static boolean isCall(Line line) {
        return line.first().event() instanceof Received;
    }

    private Line again(List<Line> more, int turn, int times) {
        List<Entry> entries =
                more.stream().flatMap(line -> line.entries().stream()).toList();
        String until = words.moment(more.get(more.size() - 1).first().at());
        String what = turn == 1 ? "the same" : "these two";
        return new Line(entries, more.get(0).who(), "… " + what + " " + times + " times more, until " + until, "");
    }
}
