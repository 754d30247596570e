// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.lambdarium.simulator.machine.TestOutcome.Word;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says which tests of processes were skipped and why, and writes {@code target/processes.tsv}, from which {@code .ci/run} makes
 * its table of levels and users.
 */
public final class ProcessNotes extends TestNotes {

    private static final System.Logger LOGGER = System.getLogger("processes");

    /** Notes of the module whose tests run. */
    public ProcessNotes() {
        super(Path.of("target", "processes.tsv"));
    }

    @Override
    protected Stream<String> rows(TestOutcome outcome) {
        return isOfProcesses(outcome)
                ? Stream.of(String.join("\t", outcome.word().toString(), outcome.test(), outcome.reason()))
                : Stream.empty();
    }

    @Override
    protected void tell(Stream<TestOutcome> outcomes) {
        Map<String, Long> reasons = outcomes.filter(ProcessNotes::isOfProcesses)
                .filter(outcome -> outcome.word() == Word.SKIPPED)
                .collect(groupingBy(TestOutcome::reason, TreeMap::new, counting()));
        reasons.forEach((reason, tests) ->
                LOGGER.log(Level.INFO, "Skipped {0} of the tests that start processes: {1}", tests, reason));
    }

    private static boolean isOfProcesses(TestOutcome outcome) {
        return outcome.tags().contains("processes") && !outcome.tags().contains("soak");
    }
}
