// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code .ci/table} makes of the notes of tests that start processes, and when it is not content with them. */
class LevelTableTest {

    private static final Path BASH = Path.of("/bin/bash");

    private record Judgement(int status, List<String> lines) {}

    @TempDir
    private Path folder;

    private final List<String> rows = new ArrayList<>();

    LevelTableTest() {
        Stream.of("PLAIN", "GROUPS", "NAMESPACES").forEach(level -> {
            rows.add(level + "\troot\tpassed\tATest.a\t");
            rows.add(level + "\tordinary\tpassed\tATest.a\t");
        });
    }

    @Test
    void every_level_and_user_has_a_line() throws Exception {
        rows.add("PLAIN\troot\tfailed\tATest.b\t");

        assertThat(judged())
                .isEqualTo(new Judgement(
                        0,
                        List.of(
                                "",
                                "level        user       tests run",
                                "PLAIN        root           2 (0 skipped)",
                                "PLAIN        ordinary       1 (0 skipped)",
                                "GROUPS       root           1 (0 skipped)",
                                "GROUPS       ordinary       1 (0 skipped)",
                                "NAMESPACES   root           1 (0 skipped)",
                                "NAMESPACES   ordinary       1 (0 skipped)")));
    }

    @Test
    void a_test_may_be_skipped_where_it_runs_elsewhere() throws Exception {
        rows.add("PLAIN\troot\tskipped\tATest.b\tno FREEZE");
        rows.add("GROUPS\troot\tpassed\tATest.b\t");

        Judgement judgement = judged();

        assertThat(judgement.status()).isZero();
        assertThat(judgement.lines()).contains("PLAIN        root           1 (1 skipped)");
    }

    @Test
    void a_test_that_runs_nowhere_though_nothing_is_missing_is_wrong() throws Exception {
        rows.add("PLAIN\troot\tskipped\tATest.b\tit rains");

        Judgement judgement = judged();

        assertThat(judgement.status()).isOne();
        assertThat(judgement.lines()).contains("Ran nowhere, though nothing was missing: ATest.b: it rains");
    }

    @Test
    void a_test_that_found_an_assumption_broken_had_its_chance() throws Exception {
        rows.add("PLAIN\troot\taborted\tATest.b\tit rains");

        assertThat(judged().status()).isZero();
    }

    @Test
    void of_a_test_with_parameters_one_that_ran_is_enough() throws Exception {
        rows.add("PLAIN\troot\taborted\tATest.a\tabout another level");

        assertThat(judged().lines()).contains("PLAIN        root           1 (0 skipped)");
    }

    @Test
    void a_level_that_the_machine_has_must_run() throws Exception {
        rows.removeIf(row -> row.startsWith("GROUPS\tordinary"));

        Judgement judgement = judged();

        assertThat(judgement.status()).isOne();
        assertThat(judgement.lines())
                .contains("GROUPS       ordinary       0 (0 skipped)  nothing ran, though this machine can do it");
    }

    @Test
    void a_level_that_the_machine_has_not_need_not_run_nor_the_tests_about_it() throws Exception {
        rows.removeIf(row -> row.startsWith("NAMESPACES\tordinary"));
        rows.add("NAMESPACES\tordinary\tcannot\t-\t-");
        rows.add("NAMESPACES\tordinary\tskipped\tATest.b\tit is not to be had");

        Judgement judgement = judged();

        assertThat(judgement.status()).isZero();
        assertThat(judgement.lines())
                .contains(
                        "NAMESPACES   ordinary       0 (1 skipped)  not on this machine",
                        "Ran nowhere: ATest.b: it is not to be had");
    }

    @Test
    void without_root_there_is_one_half() throws Exception {
        rows.removeIf(row -> row.contains("root"));

        Judgement judgement = judged();

        assertThat(judgement.status()).isZero();
        assertThat(judgement.lines())
                .contains("PLAIN        root           0 (0 skipped)  only root can run both halves");
    }

    @Test
    void no_rows_at_all_are_wrong() throws Exception {
        rows.clear();

        assertThat(judged().status()).isOne();
    }

    private Judgement judged() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "there is no bash");
        Path file = Files.write(folder.resolve("rows.tsv"), rows);
        ProcessBuilder table = new ProcessBuilder(BASH.toString(), "../.ci/table", file.toString());
        table.environment().remove("TOOLS_MISSING");
        Process process = table.start();
        List<String> lines = process.inputReader().lines().toList();
        return new Judgement(process.waitFor(), lines);
    }
}
