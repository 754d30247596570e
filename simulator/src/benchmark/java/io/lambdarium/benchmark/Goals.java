// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures all families, each in a JVM of its own, and prints the goals as a table. */
final class Goals {

    private static final List<String> NOT_HERE =
            List.of("P14 and P15 are not measured here: response streaming and Expect have tests of their own.");

    private final Map<Goal, Finding> found = new EnumMap<>(Goal.class);

    private Goals() {}

    /** Measures the named families, or all. */
    public static void main(String[] names) throws Exception {
        Goals goals = new Goals();
        List<Family> families = names.length == 0
                ? List.of(Family.values())
                : Arrays.stream(names).map(Family::valueOf).toList();
        for (Family family : families) {
            goals.measure(family);
        }
        goals.print();
    }

    private void measure(Family family) throws IOException, InterruptedException {
        System.out.println("--- " + family);
        Process jvm = Jvm.pinned(Family.class, family.name()).start();
        try (BufferedReader lines = jvm.inputReader()) {
            lines.lines().filter(line -> !Findings.read(line, found)).forEach(System.out::println);
        }
        if (jvm.waitFor() != 0) {
            System.out.println("This family could not be measured: its JVM ended with " + jvm.exitValue() + ".");
        }
    }

    private void print() {
        System.out.println();
        System.out.println(Goal.head());
        for (Goal goal : Goal.values()) {
            System.out.println(goal.row(Optional.ofNullable(found.get(goal))));
        }
        NOT_HERE.forEach(System.out::println);
        System.out.println(verdict());
    }

    private String verdict() {
        if (isMissed(Goal.VALID)) {
            return "Not a valid run: somebody else uses this core, or one request to Undertow costs more here than where the"
                    + " gates were set.";
        }
        long missed = found.keySet().stream().filter(this::isMissed).count();
        return missed == 0 ? "No gate is missed." : "Missed gates: " + missed + ".";
    }

    private boolean isMissed(Goal goal) {
        Finding finding = found.get(goal);
        return finding != null && goal.isMissedBy(finding.measured());
    }
}
