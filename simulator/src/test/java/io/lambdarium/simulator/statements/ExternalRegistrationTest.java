// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionReplies.assertIllegalMove;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRegistered;
import static io.lambdarium.simulator.statements.Replies.assertNotFound;
import static io.lambdarium.simulator.statements.Replies.assertWrongMethod;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalRegistrationTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement("E-022")
    void a_second_registration_is_refused() {
        ExtensionPeer probe = scene.deploy("probe").initialize().extension("probe");
        probe.register("INVOKE");

        assertIllegalMove(probe.tryToRegister("INVOKE"), 179, "Registered to Registered", "probe");
    }

    @Test
    @Statement("E-023")
    void a_repeated_registration_is_refused_in_the_name_of_the_present_state() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");

        assertIllegalMove(cast.extension().tryToRegister("INVOKE"), 174, "Ready to Registered", "probe");
        scene.invoke("{}");
        cast.member().next().reply();
        assertIllegalMove(cast.extension().tryToRegister("INVOKE"), 176, "Running to Registered", "probe");
    }

    @Test
    @Statement("E-039")
    void an_extension_that_leaves_out_its_suffix_counts_as_internal_and_the_init_never_completes() {
        ExtensionPeer probe = scene.deploy("probe.sh").initialize().extension("probe.sh");

        assertRegistered(probe.register("probe", new String[] {"INVOKE"}));
        scene.advance(Duration.ofSeconds(10));

        assertThat(scene.await(Registered.class).extension()).isEqualTo(Participant.internalExtension("probe"));
        scene.await(InitializationTimedOut.class);
        assertThat(scene.count(Initialized.class)).isZero();
        assertThat(runtimes(scene.lambda().journal().events(Event.class))).isZero();
    }

    @Test
    @Statement("E-039")
    void an_extension_registers_by_the_full_name_of_its_file() {
        ExtensionPeer probe = scene.deploy("probe.sh").initialize().extension("probe.sh");

        assertRegistered(probe.tryToRegister("INVOKE"));

        assertThat(scene.await(Registered.class).extension()).isEqualTo(Participant.extension("probe.sh"));
        assertThat(scene.runtime().seat().signals()).isEmpty();
    }

    @Test
    @Statement("E-040")
    void the_runtime_is_not_started_before_each_extension_has_registered() {
        scene.deploy("a", "b").initialize();

        scene.extension("b").register("INVOKE");
        List<Event> before = scene.lambda().journal().events(Event.class);
        scene.extension("a").register();

        assertThat(runtimes(before)).isZero();
        scene.runtime();
        List<Event> after = scene.lambda().journal().events(Event.class);
        List<Event> newOnes = after.subList(before.size(), after.size());
        assertThat(newOnes).hasAtLeastOneElementOfType(Registered.class);
        assertThat(runtimes(newOnes)).isOne();
        assertThat(newOnes.indexOf(scene.await(Registered.class, any -> true, 2)))
                .isLessThan(newOnes.indexOf(new Launched(Participant.RUNTIME, 1)));
    }

    private static long runtimes(List<Event> events) {
        return events.stream()
                .filter(new Launched(Participant.RUNTIME, 1)::equals)
                .count();
    }

    @Test
    @Statement("E-041")
    void whoever_does_not_post_is_told_to() {
        ExtensionPeer probe = scene.deploy("probe").initialize().extension("probe");

        assertWrongMethod(probe.ask("GET", ExtensionPeer.REGISTER, "", "Lambda-Extension-Name: probe"), "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2020-01-01/extension/zzz", "/2020-01-02/extension/register", "/2020-01-01/extension"})
    @Statement("E-042")
    void what_the_api_does_not_have_is_not_found(String path) {
        ExtensionPeer probe = scene.deploy("probe").initialize().extension("probe");

        assertNotFound(probe.ask("POST", path, "{}", "Lambda-Extension-Name: probe"));
    }
}
