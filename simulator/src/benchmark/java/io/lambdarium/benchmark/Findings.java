// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a family has found, line by line on its way to the JVM that prints the table. */
final class Findings {

    private static final String MARK = "found ";

    private final PrintStream out;

    Findings(PrintStream out) {
        this.out = out;
    }

    void found(Goal goal, double measured) {
        out.println(MARK + goal.name() + ' ' + text(measured));
    }

    /** With what Undertow alone needs for the same. */
    void found(Goal goal, double measured, double undertow) {
        out.println(MARK + goal.name() + ' ' + text(measured) + ' ' + text(undertow));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    void note(String text) {
        out.println(text);
    }

    /** Takes a line that another JVM has printed; says whether it was one of ours. */
    static boolean read(String line, Map<Goal, Finding> into) {
        if (!line.startsWith(MARK)) {
            return false;
        }
        String[] words = line.split(" ");
        Optional<Double> undertow = words.length > 3 ? Optional.of(Double.valueOf(words[3])) : Optional.empty();
        into.put(Goal.valueOf(words[1]), new Finding(Double.parseDouble(words[2]), undertow));
        return true;
    }
}
