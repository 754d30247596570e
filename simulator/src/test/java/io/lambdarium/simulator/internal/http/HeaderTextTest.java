// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderTextTest {

    @Test
    void plain_text_is_not_even_copied() {
        String plain = "Root=1-691f833c;Sampled=0 ~";

        assertThat(HeaderText.safe(plain)).isSameAs(plain);
    }

    @Test
    void line_breaks_become_blanks() {
        assertThat(HeaderText.safe("a\r\nb\0c\nd")).isEqualTo("a  b c d");
    }

    @Test
    void other_characters_become_their_bytes() {
        assertThat(HeaderText.safe("ü\u010d")).isEqualTo("\u00c3\u00bc\u00c4\u008d");
    }
}
