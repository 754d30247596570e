// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.house.Code;
import io.lambdarium.simulator.house.GoldenFile;
import io.lambdarium.simulator.house.Surface;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void the_public_api_is_the_one_that_was_reviewed() {
        Code code = Code.below("io.lambdarium.assertions");

        String surface = Surface.of(code.main(), "io.lambdarium.assertions");

        new GoldenFile("assertions/api/assertions.api").isStill(surface);
    }
}
