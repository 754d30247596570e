// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
    void fields_are_found_if_they_are_texts() {
        assertThat(JsonText.field("{\"errorMessage\":\"no\"}", "errorMessage")).contains("no");
        assertThat(JsonText.field("{\"errorMessage\":7}", "errorMessage")).isEmpty();
        assertThat(JsonText.field("[]", "errorMessage")).isEmpty();
        assertThat(JsonText.field("<html>", "errorMessage")).isEmpty();
    }
}
