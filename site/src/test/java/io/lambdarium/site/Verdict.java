// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the fidelity table says of one statement.
 *
 * @param id its number
 * @param word {@code holds}, {@code deviates} or {@code not simulated}
 * @param says the statement, in our words
 * @param why the reason, where it does not hold
 */
record Verdict(String id, String word, String says, String why) {

    static final String HOLDS = "holds";

    /** Profiles that exist: a statement of another one cannot hold, however the simulator behaves. */
    private static final Set<String> PROFILES = Set.of("production", "simulator");

    static Verdict of(List<String> statement, Set<String> shown, Map<String, List<String>> deviations) {
        String id = statement.get(0);
        List<String> deviation = deviations.get(id);
        if (deviation != null) {
            return new Verdict(id, deviation.get(1), statement.get(2), deviation.get(2));
        }
        boolean judged = List.of(statement.get(1).split(",")).stream().anyMatch(PROFILES::contains);
        if (!judged) {
            return new Verdict(id, "not simulated", statement.get(2), "its profile does not exist yet");
        }
        return shown.contains(id)
                ? new Verdict(id, HOLDS, statement.get(2), "")
                : new Verdict(id, "not simulated", statement.get(2), "no test shows it yet");
    }

    /** The statements that hold according to a table made earlier. */
    static Set<String> heldIn(Path table) {
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.split(" *\\| *"))
                    .filter(cells -> cells.length > 2 && cells[2].equals(HOLDS))
                    .map(cells -> cells[1])
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checked-in table.", e);
        }
    }

    String row() {
        return "| " + id + " | " + word + " | " + says + " | " + why + " |";
    }
}
