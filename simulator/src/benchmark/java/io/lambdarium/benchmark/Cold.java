// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a JVM pays for its first simulator: fresh JVMs in turns, one kind after another in random order. */
final class Cold {

    private static final int LAUNCHES = 15;

    private Cold() {}

    static void measure(Findings findings) throws Exception {
        Map<FirstTime, List<Double>> firsts = lists();
        Map<FirstTime, List<Double>> exits = lists();
        List<FirstTime> order = new ArrayList<>(Arrays.asList(FirstTime.values()));
        for (int i = 0; i < LAUNCHES; i++) {
            Collections.shuffle(order);
            for (FirstTime kind : order) {
                Launch launch = launch(kind);
                firsts.get(kind).add(launch.first());
                exits.get(kind).add(launch.exit());
            }
        }
        findings.note("first time, ms: " + medians(firsts) + "; exit, ms: " + medians(exits));
        findings.found(Goal.COLD, median(firsts, FirstTime.SIMULATOR) / median(firsts, FirstTime.BARE));
        findings.found(Goal.EXIT, median(exits, FirstTime.SIMULATOR) - median(exits, FirstTime.NOTHING));
    }

    /** How long the first time took, and the exit, in milliseconds. */
    private record Launch(double first, double exit) {}

    private static Launch launch(FirstTime kind) throws Exception {
        Process jvm = Jvm.alike(FirstTime.class, kind.name()).start();
        try (BufferedReader lines = jvm.inputReader()) {
            double first = Double.parseDouble(lines.readLine());
            long ended = Long.parseLong(lines.readLine());
            jvm.waitFor();
            return new Launch(first, System.currentTimeMillis() - ended);
        }
    }

    private static Map<FirstTime, List<Double>> lists() {
        Map<FirstTime, List<Double>> lists = new EnumMap<>(FirstTime.class);
        Arrays.asList(FirstTime.values()).forEach(kind -> lists.put(kind, new ArrayList<>()));
        return lists;
    }

    private static double median(Map<FirstTime, List<Double>> values, FirstTime kind) {
        return Rounds.median(values.get(kind));
    }

    private static String medians(Map<FirstTime, List<Double>> values) {
        List<String> texts = new ArrayList<>();
        values.forEach((kind, each) -> texts.add(String.format("%s %.0f", kind, Rounds.median(each))));
        return String.join(", ", texts);
    }
}
