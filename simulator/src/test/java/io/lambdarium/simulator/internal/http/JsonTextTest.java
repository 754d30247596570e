// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void plain_text_stays_as_it_is() {
        assertThat(JsonText.quoted("a/ü€😀'\u007f")).isEqualTo("\"a/ü€😀'\u007f\"");
    }

    @Test
    void what_means_something_to_json_is_escaped() {
        assertThat(JsonText.quoted("\"\\\b\f\n\r\t\u0001")).isEqualTo("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"");
    }

    @Test
    void what_means_something_to_html_or_javascript_is_escaped() {
        assertThat(JsonText.quoted("<&>\u2028\u2029")).isEqualTo("\"\\u003c\\u0026\\u003e\\u2028\\u2029\"");
    }

    @Test
    void half_of_a_character_is_replaced() {
        assertThat(JsonText.quoted("a\ud800b")).isEqualTo("\"a\\ufffdb\"");
    }
}
