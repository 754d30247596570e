// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTypesTest {

    @ParameterizedTest
    @CsvSource({
        "Runtime.Foo, Runtime.Foo",
        "fooFunction.Barxyz!, fooFunction.Barxyz!",
        "xxRuntime.AbZZ-1, xxRuntime.AbZZ-1",
        "Function.T, Function.Unknown",
        "Function.bar, Function.Unknown",
        "MyError, Runtime.Unknown",
        "runtime.foo, Runtime.Unknown",
        "Extension.X, Runtime.Unknown",
        "'', Runtime.Unknown"
    })
    void a_type_is_kept_if_it_looks_like_one_anywhere(String reported, String valid) {
        assertThat(ErrorTypes.valid(reported)).isEqualTo(valid);
    }
}
