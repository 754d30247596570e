// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which lines of a long story to show: the marked ones, the first, the last, and the nearest. */
final class Excerpt {

    private static final int LINES = 18;
    private static final int FIRST = 3;
    private static final int LAST = 3;

    private Excerpt() {}

    /**
     * Some lines, or a gap.
     *
     * @param from the first line
     * @param to the line after the last
     * @param isGap whether they are left out
     */
    record Part(int from, int to, boolean isGap) {

        String gap() {
            int lines = to - from;
            return "… " + lines + " lines";
        }
    }

    static List<Part> of(List<Boolean> marks) {
        return parts(chosen(marks));
    }

    private static SortedSet<Integer> chosen(List<Boolean> marks) {
        int[] distances = distances(marks);
        return IntStream.range(0, marks.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        line -> isAtAnEnd(line, marks) ? Math.min(1, distances[line]) : distances[line]))
                .limit(LINES)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAtAnEnd(int line, List<Boolean> marks) {
        return line < FIRST || line >= marks.size() - LAST;
    }

    /** How far it is to the nearest mark; the end of the story counts as one, a little farther away. */
    private static int[] distances(List<Boolean> marks) {
        int[] distances = new int[marks.size()];
        int distance = marks.size();
        for (int line = 0; line < distances.length; line++) {
            distance = marks.get(line) ? 0 : distance + 1;
            distances[line] = distance;
        }
        distance = 1;
        for (int line = distances.length - 1; line >= 0; line--) {
            distance = marks.get(line) ? 0 : distance + 1;
            distances[line] = Math.min(distances[line], distance);
        }
        return distances;
    }

    private static List<Part> parts(SortedSet<Integer> chosen) {
        List<Part> parts = new ArrayList<>();
        int shown = 0;
        for (int line : chosen) {
            if (line > shown) {
                parts.add(new Part(shown, line, line > shown + 1));
            }
            parts.add(new Part(line, line + 1, false));
            shown = line + 1;
        }
        return parts;
    }
}
