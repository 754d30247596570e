// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import io.lambdarium.simulator.machine.TestOutcome.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Notes what becomes of each test, and writes rows about those that matter when the run is over. */
public abstract class TestNotes implements TestExecutionListener {

    private final Queue<TestOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Path file;
    private TestPlan plan;

    /** Notes for that file, which stays as it is if there is nothing to write. */
    protected TestNotes(Path file) {
        this.file = file;
    }

    /** The rows about one test. */
    protected abstract Stream<String> rows(TestOutcome outcome);

    /** Says what is worth saying at the end of the run. */
    protected void tell(Stream<TestOutcome> outcomes) {}

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    /** A class that is skipped as a whole skips all of its tests. */
    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        note(skipped, Word.SKIPPED, reason);
        plan.getDescendants(skipped).forEach(test -> note(test, Word.SKIPPED, reason));
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        if (finished.isTest()) {
            note(
                    finished,
                    Word.of(result),
                    result.getThrowable().map(Throwable::getMessage).orElse(""));
        }
    }

    private void note(TestIdentifier test, Word word, String reason) {
        if (test.getSource().filter(MethodSource.class::isInstance).isPresent()) {
            outcomes.add(TestOutcome.of(test, word, word == Word.FAILED ? "" : reason));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        List<String> rows = outcomes.stream().flatMap(this::rows).sorted().toList();
        if (!rows.isEmpty()) {
            write(rows);
        }
        tell(outcomes.stream());
    }

    private void write(Collection<String> rows) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot note in " + file + " what became of the tests.", e);
        }
    }
}
