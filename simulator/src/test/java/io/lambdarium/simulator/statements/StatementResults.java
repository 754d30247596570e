// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The notes of one run; written to {@code target/statements.tsv} when the run is over. */
final class StatementResults implements CloseableResource {

    private static final Path FILE = Path.of("target", "statements.tsv");

    private final Set<String> rows = new ConcurrentSkipListSet<>();

    void note(String[] statements, String result, String shownBy) {
        for (String statement : statements) {
            rows.add(statement + '\t' + result + '\t' + shownBy);
        }
    }

    @Override
    public void close() throws IOException {
        Files.write(FILE, rows);
    }
}
