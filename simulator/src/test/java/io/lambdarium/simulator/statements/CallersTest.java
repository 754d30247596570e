// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Participant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whose a call is that is answered as it would be anywhere: a path that does not exist, a body that is none. */
class CallersTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe");

    @Test
    void what_is_asked_for_below_the_path_of_runtimes_is_the_runtimes() {
        scene.initialize().extension("probe").ask("GET", "/2018-06-01/runtime/invokation/next", "");

        assertThat(callers()).containsExactly(Participant.RUNTIME);
    }

    @Test
    void an_extension_is_known_by_its_name_before_it_has_registered() {
        scene.initialize()
                .extension("probe")
                .ask("POST", ExtensionPeer.REGISTER, "no json", "Lambda-Extension-Name: probe");

        assertThat(callers()).containsExactly(Participant.extension("probe"));
    }

    @Test
    void an_extension_is_known_by_its_identifier_ever_after_and_an_identifier_of_nobody_is_nobodys() {
        ExtensionPeer probe = scene.initialize().extension("probe");
        String identifier = "Lambda-Extension-Identifier: " + probe.register("INVOKE");

        probe.ask("GET", "/2020-01-01/extension/events", "", identifier);
        probe.ask("POST", ExtensionPeer.NEXT, "", identifier);
        probe.ask("GET", "/2020-01-01/extension/events", "", "Lambda-Extension-Identifier: x");
        probe.ask("GET", "/2020-01-01/extension/events", "");

        Participant known = Participant.extension("probe");
        assertThat(callers()).containsExactly(known, known, known, Participant.STRANGER, Participant.STRANGER);
    }

    private List<Participant> callers() {
        return scene.lambda().journal().events(Received.class).stream()
                .map(Received::caller)
                .toList();
    }
}
