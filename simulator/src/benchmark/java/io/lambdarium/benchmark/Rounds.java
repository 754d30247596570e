// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sides measured in turns, so that whatever disturbs the machine disturbs all of them: what counts is the median of the
 * rounds' ratios.
 */
final class Rounds {

    private final Map<Side, List<Double>> medians = new LinkedHashMap<>();

    private Rounds(Side... sides) {
        Arrays.asList(sides).forEach(side -> medians.put(side, new ArrayList<>()));
    }

    /** Runs them; what is measured while there is something to compile is thrown away. */
    static Rounds of(int rounds, int operations, Side... sides) throws Exception {
        warmUp(operations, sides);
        return atOnce(rounds, operations, sides);
    }

    /** Runs them; all is measured. */
    static Rounds atOnce(int rounds, int operations, Side... sides) throws Exception {
        Rounds measured = new Rounds(sides);
        measured.run(rounds, operations);
        return measured;
    }

    /** Runs them until the JIT compiler, which shares the one core with what is measured, leaves it alone. */
    static void warmUp(int operations, Side... sides) throws Exception {
        Rounds warmUp = new Rounds(sides);
        Compiler compiler = new Compiler();
        while (compiler.isBusy()) {
            warmUp.run(1, operations);
        }
    }

    private void run(int rounds, int operations) throws Exception {
        List<Side> order = new ArrayList<>(medians.keySet());
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order);
            for (Side side : order) {
                medians.get(side).add(median(side, operations));
            }
        }
    }

    private static double median(Side side, int operations) throws Exception {
        long[] nanos = new long[operations];
        for (int i = 0; i < operations; i++) {
            nanos[i] = side.nanos();
        }
        Arrays.sort(nanos);
        return nanos[operations / 2] / 1000.0;
    }

    /** How many times as long the one takes as the other. */
    double ratio(Side of, Side to) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < medians.get(of).size(); round++) {
            ratios.add(medians.get(of).get(round) / medians.get(to).get(round));
        }
        return median(ratios);
    }

    /** How long each takes, for readers. */
    String micros() {
        StringBuilder text = new StringBuilder();
        medians.forEach((side, values) -> text.append(String.format("%s %.1f µs, ", side.name(), median(values))));
        return text.substring(0, text.length() - 2);
    }

    /** How long it takes. */
    double micros(Side of) {
        return median(medians.get(of));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
