// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that lacks something finds no other table than one that lacks nothing. */
class SkippedStatementTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void L1_and_L2_held_when_the_table_was_checked_in() throws IOException {
        write(
                "statements.tsv",
                "id\tscope\tsays",
                "L-1\tproduction\tOne.",
                "L-2\tproduction\tTwo.",
                "L-3\tproduction\tThree.");
        write("deviations.tsv", "id\tverdict\twhy");
        write("results", "L-1\tpassed\tATest.a\t", "L-2\tpassed\tBTest.b\t");
        write("fidelity.md");
        write("fidelity.md", table().markdown());
    }

    @Test
    void a_statement_whose_tests_were_skipped_keeps_its_verdict() throws IOException {
        String before = table().markdown();

        write(
                "results",
                "L-1\tpassed\tATest.a\t",
                "L-2\tskipped\tBTest.b\tgcc is missing",
                "L-2\taborted\tBTest.c\tit rains");

        assertThat(table().markdown()).isEqualTo(before);
        assertThat(table().takenFromTheCheckedInTable()).containsExactly("L-2: gcc is missing; it rains");
    }

    @Test
    void a_statement_that_did_not_hold_before_does_not_hold_because_its_test_was_skipped() throws IOException {
        String before = table().markdown();

        write("results", "L-1\tpassed\tATest.a\t", "L-2\tpassed\tBTest.b\t", "L-3\tskipped\tCTest.c\tgcc is missing");

        assertThat(table().markdown()).isEqualTo(before);
        assertThat(table().takenFromTheCheckedInTable()).isEmpty();
    }

    @Test
    void one_test_that_ran_is_enough() throws IOException {
        write("results", "L-1\tpassed\tATest.a\t", "L-2\tskipped\tBTest.b\tgcc is missing", "L-2\tpassed\tBTest.c\t");

        assertThat(table().takenFromTheCheckedInTable()).isEmpty();
    }

    @Test
    void a_statement_whose_test_failed_or_is_gone_no_longer_holds() throws IOException {
        write("results", "L-1\tfailed\tATest.a\t", "L-1\tskipped\tATest.b\tgcc is missing");

        assertThat(table().verdicts()).extracting(Verdict::word).containsOnly("not simulated");
    }

    @Test
    void the_number_of_a_skipped_test_must_be_that_of_a_statement_too() throws IOException {
        write("results", "L-4\tskipped\tATest.a\tgcc is missing");

        assertThat(table().unknown()).containsExactly("L-4");
    }

    private FidelityTable table() {
        return new FidelityTable(folder, folder.resolve("results"));
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines));
    }
}
