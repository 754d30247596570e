// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.event.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final Fault ONE = Fault.respond(500);
    private static final Fault OTHER = Fault.respond(599);

    private final Faults faults = new Faults();
    private final Faults.Place place = faults.on(Endpoint.RUNTIME_NEXT);

    private List<Optional<Fault>> calls(int count) {
        return Stream.generate(() -> faults.strike(Endpoint.RUNTIME_NEXT))
                .limit(count)
                .toList();
    }

    @Test
    void once_strikes_the_next_call_though_a_later_one_is_promised_to_another() {
        place.nth(3, OTHER);
        place.once(ONE);

        assertThat(calls(4)).containsExactly(Optional.of(ONE), Optional.empty(), Optional.of(OTHER), Optional.empty());
    }

    @Test
    void once_leaves_to_another_what_is_promised_to_it() {
        place.nth(1, OTHER);
        place.nth(2, OTHER);
        place.once(ONE);

        assertThat(calls(4))
                .containsExactly(Optional.of(OTHER), Optional.of(OTHER), Optional.of(ONE), Optional.empty());
    }

    @Test
    void one_once_after_the_other_strikes_one_call_after_the_other() {
        calls(2);
        place.once(ONE);
        place.once(OTHER);

        assertThat(calls(3)).containsExactly(Optional.of(ONE), Optional.of(OTHER), Optional.empty());
    }

    @Test
    void always_strikes_what_nothing_else_does() {
        place.always(OTHER);
        place.once(ONE);

        assertThat(calls(3)).containsExactly(Optional.of(ONE), Optional.of(OTHER), Optional.of(OTHER));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 100, 199, 600, 1000})
    void nobody_responds_with_what_ends_no_call(int status) {
        assertThatThrownBy(() -> Fault.respond(status))
                .isInstanceOf(SimulatorException.class)
                .hasMessage("Cannot respond with status " + status
                        + ": no HTTP status ends a call but those from 200 to 599. Name one of them, such as 500.");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 599})
    void whatever_ends_a_call_can_be_responded(int status) {
        assertThat(Fault.respond(status)).hasToString("respond with " + status);
    }
}
