// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    private static final String CANONICAL = "32960e11-3821-40d6-bffb-84c924d57302";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CANONICAL,
                "32960E11-3821-40D6-BFFB-84C924D57302",
                "{32960e11-3821-40d6-bffb-84c924d57302}",
                "URN:UUID:32960e11-3821-40d6-bffb-84c924d57302",
                "32960e11382140d6bffb84c924d57302"
            })
    void several_spellings_are_one_identifier(String written) {
        assertThat(Identifier.canonical(written)).contains(CANONICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope",
                "32960e11-3821-40d6-bffb-84c924d5730",
                "32960e11-3821-40d6-bffb-84c924d5730g",
                "32960e113821-40d6-bffb-84c924d57302-",
                "{32960e11-3821-40d6-bffb-84c924d57302",
                "{32960e11382140d6bffb84c924d57302}",
                "urn:uuid:32960e11382140d6bffb84c924d57302"
            })
    void others_are_none(String written) {
        assertThat(Identifier.canonical(written)).isEmpty();
    }
}
