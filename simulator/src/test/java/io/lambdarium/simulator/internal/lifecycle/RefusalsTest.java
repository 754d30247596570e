// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Answer.Refused;
import org.junit.jupiter.api.Test;

/** The bytes of AWS's words, against what was recorded. */
class RefusalsTest {

    private static final String ID = "0a1b2c3d-0000-4000-8000-0123456789ab";

    /** */
    @Test
    void a_runtime_is_told_from_which_state_to_which_it_cannot_go() {
        assertThat(Refusals.runtime(RuntimeState.RESPONDING, "Ready"))
                .isEqualTo(new Refused(
                        403,
                        "InvalidStateTransition",
                        "State transition from InvocationResponse to Ready failed for runtime. "
                                + "Error: State transition is not allowed"));
    }

    /** E-022: with its name, not its identifier. */
    @Test
    void a_second_registration_is_told_the_name_of_the_extension() {
        Life life = Life.with("probe").registers("probe").registers("probe");

        assertThat(life.answer())
                .isEqualTo(new Refused(
                        403,
                        "Extension.InvalidExtensionState",
                        "State transition from Registered to Registered failed for extension probe. "
                                + "Error: State transition is not allowed"));
        assertThat(length(life.answer())).isEqualTo(179);
    }

    /** E-022, E-026, E-029, E-030, E-032, E-049, E-055, E-071, E-074: as long as they were recorded. */
    @Test
    void the_bodies_are_as_long_as_recorded() {
        assertThat(length(Refusals.shutdownForInternal())).isEqualTo(116);
        assertThat(length(Refusals.nameTaken())).isEqualTo(109);
        assertThat(length(Refusals.registrationClosed())).isEqualTo(100);
        assertThat(length(Refusals.tooManyExtensions())).isEqualTo(90);
        assertThat(length(Refusals.unknownExtension(ID))).isEqualTo(125);
        assertThat(length(Refusals.extension(ExtensionState.INIT_ERROR, "Ready", ID)))
                .isEqualTo(204);
        assertThat(length(Refusals.unknownReporter())).isEqualTo(106);
        assertThat(length(Refusals.extension(ExtensionState.RUNNING, "InitError", ID)))
                .isEqualTo(206);
    }

    /** E-079. */
    @Test
    void a_poll_that_was_overtaken_is_told_so() {
        assertThat(Refusals.extensionChangedMeanwhile(ExtensionState.EXIT_ERROR, "Ready", ID)
                        .errorMessage())
                .isEqualTo("State transition from ExitError to Ready failed for extension " + ID
                        + ". Error: Concurrent state modification");
    }

    /** */
    @Test
    void a_response_that_is_too_large_is_told_the_limit() {
        assertThat(Refusals.tooLarge())
                .isEqualTo(new Refused(
                        413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size (6291556 bytes)."));
    }

    private static int length(Answer answer) {
        Refused refused = (Refused) answer;
        String body =
                "{\"errorMessage\":\"" + refused.errorMessage() + "\",\"errorType\":\"" + refused.errorType() + "\"}\n";
        return body.length();
    }
}
