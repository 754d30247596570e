// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all statements about Lambda, and whether the simulator does as they say. */
final class FidelityTable {

    private final Evidence evidence;
    private final Set<String> taken;
    private final Map<String, List<String>> deviations;
    private final List<Verdict> verdicts;

    /** Judges by the results of a run, and believes the checked-in table where this machine could not run a test. */
    FidelityTable(Path reference, Path results) {
        this.evidence = Evidence.of(Tsv.rows(results));
        this.taken = evidence.unseen().stream()
                .filter(Verdict.heldIn(reference.resolve("fidelity.md"))::contains)
                .collect(toCollection(TreeSet::new));
        Set<String> shown =
                Stream.concat(evidence.shown().stream(), taken.stream()).collect(toSet());
        this.deviations = Tsv.rowsBelowTheHeader(reference.resolve("deviations.tsv")).stream()
                .collect(toMap(row -> row.get(0), Function.identity()));
        this.verdicts = Tsv.rowsBelowTheHeader(reference.resolve("statements.tsv")).stream()
                .map(statement -> Verdict.of(statement, shown, deviations))
                .toList();
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    /** Statements that a test shows and the list of deviations denies. */
    Set<String> contradictions() {
        return evidence.shown().stream().filter(deviations::containsKey).collect(toSet());
    }

    /** Statements that hold only because the checked-in table says so, and what their tests lacked here. */
    List<String> takenFromTheCheckedInTable() {
        return taken.stream().map(id -> id + ": " + evidence.lack(id)).toList();
    }

    /** Numbers that occur in tests or in the list of deviations, but are no statement. */
    Set<String> unknown() {
        Set<String> known = verdicts.stream().map(Verdict::id).collect(toSet());
        return Stream.concat(evidence.ids().stream(), deviations.keySet().stream())
                .filter(id -> !known.contains(id))
                .collect(toSet());
    }

    String markdown() {
        Map<String, Long> totals = verdicts.stream().collect(groupingBy(Verdict::word, TreeMap::new, counting()));
        String summary = totals.entrySet().stream()
                .map(total -> "| " + total.getKey() + " | " + total.getValue() + " |")
                .collect(Collectors.joining("\n"));
        String rows = verdicts.stream().map(Verdict::row).collect(Collectors.joining("\n"));
        return """
                # Fidelity

                What Lambda does, statement by statement, and whether the simulator does it too. A statement *holds* if a test
                that carries its number ran and passed: in this build or, where the machine lacks what the test needs, in the one
                that made this page. `R-` are about the Runtime API and the Invoke API, `E-` about extensions, `T-` about
                telemetry and logs, `L-` about the life of an environment.

                This page is made by the build; what does not hold has its reason in `deviations.tsv`.

                | of %d statements | |
                |---|---|
                %s

                | statement | verdict | what it says | why, where it does not hold |
                |---|---|---|---|
                %s
                """.formatted(verdicts.size(), summary, rows);
    }
}
