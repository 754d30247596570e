// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FidelityTableTest {

    private static final Path REFERENCE = Path.of("reference");
    private static final Path RESULTS = Path.of("..", "simulator", "target", "statements.tsv");

    private final FidelityTable table = new FidelityTable(REFERENCE, RESULTS);

    @Test
    void there_are_560_statements() {
        assertThat(table.verdicts())
                .extracting(Verdict::id)
                .doesNotHaveDuplicates()
                .hasSize(560);
    }

    @Test
    void every_number_in_a_test_or_in_the_list_of_deviations_is_a_statement() {
        assertThat(table.unknown()).isEmpty();
    }

    @Test
    void no_test_shows_what_the_list_of_deviations_denies() {
        assertThat(table.contradictions())
                .as("statements that hold after all: take them out of deviations.tsv")
                .isEmpty();
    }

    /** Not all machines can put all statements to the test; the build says which they are, and why. */
    @Test
    void every_statement_that_holds_was_put_to_the_test() {
        List<String> taken = table.takenFromTheCheckedInTable();
        String notice = "Not put to the test, and taken from the checked-in table:\n" + String.join("\n", taken);

        if (!taken.isEmpty()) {
            System.getLogger("fidelity").log(Level.WARNING, notice);
        }

        assumeTrue(taken.isEmpty(), notice);
    }

    @Test
    void the_checked_in_table_is_what_the_tests_found() throws IOException {
        Path checkedIn = REFERENCE.resolve("fidelity.md");
        if (System.getProperty("update") != null) {
            Files.writeString(checkedIn, table.markdown());
        }

        assertThat(checkedIn)
                .as("the fidelity table; mvn -B verify -Dupdate writes it anew")
                .hasContent(table.markdown());
    }
}
