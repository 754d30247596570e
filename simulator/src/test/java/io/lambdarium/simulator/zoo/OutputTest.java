// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is written in too large a number, by nobody any more, or in no script that anybody reads. */
@WithProcesses(tools = Tool.PERL)
class OutputTest {

    @AutoClose
    private final Cage cage = new Cage();

    @Test
    void a_flood_without_a_newline_is_cut_into_lines_and_dropped_in_the_end() {
        Invocation invocation = cage.runtime("floods-without-a-newline").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("flooded"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; runtime 1 writes more than is kept; invocation 1 answered;
                invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.lines()).hasSize((16 << 20) / (262_144 + 128)).allMatch(line -> line.matches("x{262144}"));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_flood_of_short_lines_is_dropped_in_the_end_by_their_number() {
        Invocation invocation = cage.runtime("floods-with-short-lines").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("flooded"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; runtime 1 writes more than is kept; invocation 1 answered;
                invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.lines()).hasSize((16 << 20) / 129).allMatch("x"::equals);
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void what_is_no_text_is_kept_as_text_and_shown_without_harm() {
        Invocation invocation = cage.runtime("writes-what-is-no-text").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("written"));
        assertThat(cage.lines()).containsExactly("\ufffd\ufffd", "\033[31mred\033[0m", "a\0b", "honest\rforged");
        assertThat(cage.lambda().timeline().text().lines())
                .filteredOn(line -> line.contains("wrote"))
                .extracting(line -> line.replaceFirst(".* wrote: ", ""))
                .containsExactly("\ufffd\ufffd", "\\u001b[31mred\\u001b[0m", "a\\u0000b", "honest\\u000dforged");
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void who_closes_its_output_lives_on() {
        Invocation invocation = cage.runtime("closes-its-output").invoke("1");
        invocation.awaitReport();
        Invocation second = cage.invoke("2");

        assertThat(invocation.await()).isEqualTo(Told.answer("1"));
        assertThat(second.await()).isEqualTo(Told.answer("2"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; invocation 1 completed: SUCCESS; idle;
                invocation 2 starts; invocation 2 answered; invocation 2 completed: SUCCESS; idle
                """));
        assertThat(cage.lines()).isEmpty();
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }
}
