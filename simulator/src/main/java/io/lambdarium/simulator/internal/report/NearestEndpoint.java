// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.event.Endpoint;
import java.util.Comparator;
import java.util.stream.Stream;

/** Which operation a call to an unknown path was probably meant for. */
final class NearestEndpoint {

    /** Longer paths are not compared any further. */
    private static final int COMPARED = 200;

    private NearestEndpoint() {}

    /** The operation whose method and path differ least, counted in characters to add, drop or replace. */
    static Endpoint of(String called) {
        String cut = called.substring(0, Math.min(COMPARED, called.length()));
        return Stream.of(Endpoint.values())
                .filter(endpoint -> endpoint != Endpoint.UNKNOWN)
                .min(Comparator.comparingInt(endpoint -> distance(cut, Sentence.path(endpoint))))
                .orElseThrow();
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
