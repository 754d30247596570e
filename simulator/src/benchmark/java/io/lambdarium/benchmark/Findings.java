// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** What a family has found, line by line on its way to the JVM that prints the table. */
final class Findings {

    private static final String MARK = "found ";

    private final PrintStream out;

    Findings(PrintStream out) {
        this.out = out;
    }

    void found(Goal goal, double value) {
        out.println(MARK + goal.name() + ' ' + String.format(Locale.ROOT, "%.4f", value));
    }

    void note(String text) {
        out.println(text);
    }

    /** Takes a line that another JVM has printed; says whether it was one of ours. */
    static boolean read(String line, Map<Goal, Double> into) {
        if (!line.startsWith(MARK)) {
            return false;
        }
        String[] words = line.split(" ");
        into.put(Goal.valueOf(words[1]), Double.valueOf(words[2]));
        return true;
    }
}
