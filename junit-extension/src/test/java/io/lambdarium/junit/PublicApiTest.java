// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.house.Code;
import io.lambdarium.simulator.house.GoldenFile;
import io.lambdarium.simulator.house.Surface;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void the_public_api_is_the_one_that_was_reviewed() {
        Code code = Code.below("io.lambdarium.junit");

        String surface = Surface.of(code.main(), "io.lambdarium.junit");

        new GoldenFile("junit-extension/api/junit.api").isStill(surface);
    }
}
