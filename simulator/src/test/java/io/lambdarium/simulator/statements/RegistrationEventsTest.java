// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionReplies.assertInvalidEvent;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RegistrationEventsTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    private final ExtensionPeer probe = scene.extension("probe");

    @Test
    @Statement("E-013")
    void an_unknown_event_beside_a_known_one_leaves_the_extension_unregistered() {
        assertInvalidEvent(probe.tryToRegister("INVOKE", "BOGUS"), 89, "BOGUS: ErrorInvalidEventType");

        assertThat(scene.count(Registered.class)).isZero();
        assertRegistered(probe.tryToRegister("INVOKE"));
    }

    @Test
    @Statement("E-014")
    void the_names_of_events_are_case_sensitive() {
        assertInvalidEvent(probe.tryToRegister("invoke"), 90, "invoke: ErrorInvalidEventType");
    }

    @Test
    @Statement("E-015")
    void what_html_would_mistake_is_escaped() {
        assertInvalidEvent(probe.tryToRegister("BOGUS<&>"), 107, "BOGUS\\u003c\\u0026\\u003e: ErrorInvalidEventType");
    }

    @Test
    @Statement("E-016")
    void refused_registrations_leave_no_trace() {
        List<String> bodies = List.of(
                "",
                "{",
                "abc",
                "{} x",
                "[]",
                "{\"events\":[1]}",
                "{\"configurationKeys\":[\"a\"]}",
                "{\"events\":[\"INVOKE\",\"BOGUS\"]}",
                "{\"events\":[\"invoke\"]}",
                "{\"events\":[\"BOGUS<&>\"]}");

        assertThat(probe.ask("POST", ExtensionPeer.REGISTER, "{}").status()).isEqualTo(403);
        assertThat(probe.ask("POST", ExtensionPeer.REGISTER, "{}", "Lambda-Extension-Name:")
                        .status())
                .isEqualTo(403);
        assertThat(bodies).allMatch(body -> probe.registerWith(body).status() == 403);

        assertThat(scene.count(Registered.class)).isZero();
        assertRegistered(probe.tryToRegister("INVOKE", "SHUTDOWN"));
    }

    @Test
    @Statement("E-024")
    void of_a_bad_event_and_a_repeated_registration_the_event_is_reported() {
        probe.register("INVOKE");

        assertInvalidEvent(probe.tryToRegister("BOGUS"), 89, "BOGUS: ErrorInvalidEventType");
    }
}
