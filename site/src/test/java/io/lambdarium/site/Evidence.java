// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run of the tests found about statements.
 *
 * @param rows for each statement what became of its tests: number, outcome, test, and why it was skipped
 */
record Evidence(Map<String, List<List<String>>> rows) {

    static Evidence of(List<List<String>> rows) {
        return new Evidence(rows.stream().collect(groupingBy(row -> row.get(0))));
    }

    /** Every number that a test carries. */
    Set<String> ids() {
        return rows.keySet();
    }

    /** Statements that a test showed. */
    Set<String> shown() {
        return ids().stream().filter(id -> outcomes(id).contains("passed")).collect(Collectors.toSet());
    }

    /** Statements about which nothing is known, since none of their tests ran to its end. */
    Set<String> unseen() {
        return ids().stream()
                .filter(id -> Set.of("skipped", "aborted").containsAll(outcomes(id)))
                .collect(Collectors.toSet());
    }

    /** Why the statement's tests were skipped or aborted. */
    String lack(String id) {
        return rows.get(id).stream().map(row -> row.get(3)).distinct().sorted().collect(joining("; "));
    }

    private Set<String> outcomes(String id) {
        return rows.get(id).stream().map(row -> row.get(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
