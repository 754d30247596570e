// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.machine.TestNotes;
import io.lambdarium.simulator.machine.TestOutcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Writes {@code target/statements.tsv}: for each statement which test showed it, failed to, or was skipped and why. The
 * fidelity table is made from it.
 */
public final class StatementNotes extends TestNotes {

    /** Notes of the module whose tests run. */
    public StatementNotes() {
        super(Path.of("target", "statements.tsv"));
    }

    @Override
    protected Stream<String> rows(TestOutcome outcome) {
        return AnnotationSupport.findAnnotation(outcome.method(), Statement.class).stream()
                .flatMap(statement -> Arrays.stream(statement.value()))
                .map(id -> String.join("\t", id, outcome.word().toString(), outcome.test(), outcome.reason()));
    }
}
