// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.internal.report.Untrusted;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A line of a log for a terminal: it can neither steer it nor forge another line. */
public final class Printable {

    private static final int LONGEST = 10_000;

    private Printable() {}

    /** With everything escaped but tabs, which are Lambda's own; what has several lines keeps them. */
    public static String text(String text) {
        return text.lines().map(Printable::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        return Arrays.stream(line.split("\t", -1))
                .map(part -> Untrusted.text(part, LONGEST))
                .collect(Collectors.joining("\t"));
    }
}
