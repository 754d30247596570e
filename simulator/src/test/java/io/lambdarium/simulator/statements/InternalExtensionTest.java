// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionReplies.assertInvalidEvent;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertInvalidState;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRefused;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Participant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalExtensionTest {

    private static final String NO_SHUTDOWN = "SHUTDOWN: ShutdownEventNotSupportedForInternalExtension";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    private final RuntimePeer runtime = scene.deploy().initialize().runtime();
    private final ExtensionPeer inside = runtime.inside("inside");

    @Test
    @Statement("E-025")
    void whoever_registers_under_a_name_that_was_not_launched_is_internal() {
        assertRegistered(inside.tryToRegister("INVOKE"));

        assertThat(scene.await(Registered.class).extension()).isEqualTo(Participant.internalExtension("inside"));
    }

    @Test
    @Statement({"E-026", "L-016"})
    void shutdown_is_not_for_internal_extensions() {
        assertInvalidEvent(inside.tryToRegister("SHUTDOWN"), 116, NO_SHUTDOWN);
    }

    @Test
    @Statement("E-027")
    void invoke_beside_it_does_not_help() {
        assertInvalidEvent(inside.tryToRegister("INVOKE", "SHUTDOWN"), 116, NO_SHUTDOWN);
        assertInvalidEvent(inside.tryToRegister("SHUTDOWN", "INVOKE"), 116, NO_SHUTDOWN);
    }

    @Test
    @Statement("E-028")
    void an_unknown_event_is_refused() {
        assertInvalidEvent(inside.tryToRegister("BOGUS"), 89, "BOGUS: ErrorInvalidEventType");
    }

    @Test
    @Statement({"E-029", "L-011"})
    void a_name_is_given_once() {
        assertRegistered(inside.tryToRegister("INVOKE"));

        assertInvalidState(inside.tryToRegister("INVOKE"), 109, "Extension with this name already registered");
    }

    @Test
    @Statement("E-030")
    void registration_is_closed_once_the_runtime_has_asked() {
        assertRegistered(runtime.inside("early").tryToRegister());

        runtime.next();

        assertClosed(inside);
        assertClosed(runtime.inside("early"));
    }

    private static void assertClosed(ExtensionPeer late) {
        assertRefused(
                late.tryToRegister("INVOKE"),
                100,
                "Extension.RegistrationClosed",
                "Extension registration closed already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHUTDOWN", "BOGUS"})
    @Statement("E-031")
    void of_a_bad_event_and_closed_registration_the_event_is_reported(String event) {
        runtime.next();

        boolean shutdown = event.equals("SHUTDOWN");
        assertInvalidEvent(
                inside.tryToRegister(event),
                shutdown ? 116 : 89,
                shutdown ? NO_SHUTDOWN : "BOGUS: ErrorInvalidEventType");
    }
}
