// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionRulesTest {

    @Test
    void a_function_has_five_layers_at_most() {
        Path layer = Path.of("layer.zip");
        LambdaFunction full = function("greeter")
                .layer(layer)
                .layer(layer)
                .layer(layer)
                .layer(layer)
                .layer(layer);

        assertThatThrownBy(() -> full.layer(layer))
                .isInstanceOf(SimulatorException.class)
                .hasMessage(
                        "Cannot add a layer to 5: Lambda says \"Cannot reference more than 5 layers.\". Put some of them "
                                + "together.");
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 10_240})
    void storage_is_as_large_as_lambda_has_it(int megabytes) {
        assertThat(function("greeter").storage(megabytes).storage()).isEqualTo(megabytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 511, 10_241})
    void other_storage_is_refused(int megabytes) {
        assertThatThrownBy(() -> function("greeter").storage(megabytes))
                .isInstanceOf(SimulatorException.class)
                .hasMessage("Cannot set a storage of " + megabytes
                        + " MB: Lambda takes 512 to 10240. Choose one of these.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\0b", "a\n"})
    void a_handler_has_neither_blanks_nor_what_cannot_be_seen(String handler) {
        assertThatThrownBy(() -> function("f").handler(handler))
                .isInstanceOf(SimulatorException.class)
                .hasMessageEndingWith("Lambda takes 1 to 128 characters without blanks. Choose such a name.");
    }
}
