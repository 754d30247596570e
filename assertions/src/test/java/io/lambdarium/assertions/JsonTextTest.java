// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2} | { \"b\": 2, \"a\": 1 }",
                "[1,2]            | [ 1, 2.0 ]",
                "\"\\u0041da\"    | \"Ada\"",
                "[10, 0.1, -0]    | [1e1, 0.10, 0]",
                "1e1000000000     | 10e999999999",
                "[1e9999999999]   | [ 1e9999999999 ]",
                "[true,{}]        | [ true, {} ]",
                "null             | null",
                "not json         | not json",
            })
    void the_same_meaning_is_the_same(String one, String other) {
        assertThat(JsonText.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2]         | [2,1]",
                "{\"a\":null}  | {}",
                "\"1\"         | 1",
                "{\"a\":1}     | {\"b\":1}",
                "[1]           | [1,1]",
                "true          | false",
                "{\"id\":9007199254740992} | {\"id\":9007199254740993}",
                "0.1           | 0.1000000000000000055511151231257827",
                "1e400         | 1e500",
                "1e1000000000  | 1",
                "[1e-9999999999] | [1e-9999999998]",
                "hello         | \"hello\"",
                "1 2           | 1  2",
                "{a:1}         | {\"a\":1}",
                "[1,]          | [1]",
                "``            | null",
            })
    void another_meaning_is_not_and_neither_is_almost_json(String one, String other) {
        assertThat(JsonText.same(one, other)).isFalse();
    }

    @Test
    void what_is_nested_too_deeply_is_no_json() {
        String deep = "[".repeat(100_000);

        assertThat(JsonText.same(deep, deep + " ")).isFalse();
    }

    @Test
    @Timeout(10)
    void numbers_that_nobody_writes_out_cost_nothing() {
        String digits = "1".repeat(1_000);

        assertThat(JsonText.same("1e2000000000", "1e-2000000000")).isFalse();
        assertThat(JsonText.same(digits + "e2000000000", "1." + digits.substring(1) + "e2000000999"))
                .isTrue();
    }

    @Test
    void fields_are_found_if_they_are_texts() {
        assertThat(JsonText.field("{\"errorMessage\":\"no\"}", "errorMessage")).contains("no");
        assertThat(JsonText.field("{\"errorMessage\":7}", "errorMessage")).isEmpty();
        assertThat(JsonText.field("[]", "errorMessage")).isEmpty();
        assertThat(JsonText.field("<html>", "errorMessage")).isEmpty();
    }
}
