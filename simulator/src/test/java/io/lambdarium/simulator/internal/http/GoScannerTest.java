// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " [ ] ",
                "null",
                "true",
                "false",
                "0",
                "-0.5e+10",
                "123",
                "1E2",
                "1.25",
                "\"a\\u00e9\\n\\\"\"",
                "{\"a\":[1,{\"b\":null},\"x\"],\"c\":0}\r\n\t ",
                "\"ü\""
            })
    void json_is_fine(String json) {
        assertThat(complaint(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|unexpected end of JSON input",
                "{|unexpected end of JSON input",
                "[1,|unexpected end of JSON input",
                "\"a|unexpected end of JSON input",
                "abc|invalid character 'a' looking for beginning of value",
                "[,]|invalid character ',' looking for beginning of value",
                "{} x|invalid character 'x' after top-level value",
                "1 2|invalid character '2' after top-level value",
                "{a|invalid character 'a' looking for beginning of object key string",
                "{\"a\":1,}|invalid character '}' looking for beginning of object key string",
                "{\"a\" 1|invalid character '1' after object key",
                "{\"a\":1 \"|invalid character '\"' after object key:value pair",
                "[1 2|invalid character '2' after array element",
                "tru|invalid character ' ' in literal true (expecting 'e')",
                "nulx|invalid character 'x' in literal null (expecting 'l')",
                "-|invalid character ' ' in numeric literal",
                "-x|invalid character 'x' in numeric literal",
                "1.|invalid character ' ' after decimal point in numeric literal",
                "1e|invalid character ' ' in exponent of numeric literal",
                "1e+x|invalid character 'x' in exponent of numeric literal",
                "01|invalid character '1' after top-level value",
                "\"\\x|invalid character 'x' in string escape code",
                "\"\\u12g4|invalid character 'g' in \\u hexadecimal character escape",
                "'|invalid character '\\'' looking for beginning of value",
                "\\|invalid character '\\\\' looking for beginning of value",
                "ü|invalid character 'Ã' looking for beginning of value"
            })
    void anything_else_is_complained_of_in_the_words_of_go(String json, String words) {
        assertThat(complaint(json)).contains(words);
    }

    @Test
    void what_cannot_be_seen_is_quoted_by_number() {
        assertThat(complaint("\"a\nb\"")).contains("invalid character '\\n' in string literal");
        assertThat(complaint("\u0000")).contains("invalid character '\\x00' looking for beginning of value");
        assertThat(complaint("\u007f")).contains("invalid character '\\x7f' looking for beginning of value");
    }

    @Test
    void depth_has_a_limit_and_costs_no_stack() {
        assertThat(complaint("[".repeat(10_000) + "]".repeat(10_000))).isEmpty();
        assertThat(complaint("[".repeat(10_001) + "]".repeat(10_001))).contains("exceeded max depth");
    }

    private static Optional<String> complaint(String json) {
        return GoScanner.complaint(json.getBytes(StandardCharsets.UTF_8));
    }
}
