// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.wire.Reply;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InitTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement({"L-001", "L-003", "E-040", "L-002"})
    void extensions_are_launched_together_in_the_order_of_their_names_and_the_runtime_after_they_registered() {
        scene.deploy("b", "a10", "c", "a-2", "Z").initialize();

        List<String> atOnce = launched();
        List.of("Z", "a10", "a-2", "b").forEach(name -> scene.extension(name).register("INVOKE"));
        scene.advance(Duration.ofSeconds(1));
        List<String> beforeTheLast = launched();
        scene.extension("c").register("INVOKE");
        scene.runtime();

        assertThat(atOnce).containsExactly("Z", "a-2", "a10", "b", "c");
        assertThat(beforeTheLast).isEqualTo(atOnce);
        assertThat(launched()).containsExactly("Z", "a-2", "a10", "b", "c", "runtime");
    }

    @Test
    @Statement({"E-035", "L-006"})
    void ten_extensions_are_not_too_many_and_all_are_told_of_an_invocation() {
        String[] names = names(10);
        Cast cast = Cast.of(
                scene.deploy(names).initialize(),
                IntStream.range(0, 10).mapToObj(i -> names[i] + ": INVOKE").toArray(String[]::new));

        scene.invoke("{}");

        assertThat(cast.extensions())
                .hasSize(10)
                .allSatisfy(member -> assertThat(member.next().reply().text()).contains("INVOKE"));
    }

    @Test
    @Statement({"E-034", "L-006"})
    void an_eleventh_extension_fails_the_init_and_the_ten_are_killed() {
        scene.deploy(names(11)).initialize();

        InitializationFailed failed = scene.await(InitializationFailed.class);

        assertThat(failed.failure().errorType()).isEqualTo("Extension.LaunchError");
        assertThat(launched()).hasSize(10).doesNotContain("runtime");
        assertThat(IntStream.range(0, 10).mapToObj(i -> scene.extension(names(11)[i])))
                .allSatisfy(peer -> assertThat(peer.isSent(Signal.SIGKILL)).isTrue());
    }

    @Test
    @Statement("E-087")
    void an_extension_that_never_registers_keeps_the_runtime_from_starting_until_the_limit() {
        scene.deploy("silent").initialize();

        scene.advance(LIMIT.minusMillis(1));
        boolean overBefore = scene.count(InitializationTimedOut.class) > 0;
        scene.advance(Duration.ofMillis(1));

        assertThat(overBefore).isFalse();
        assertThat(scene.await(InitializationTimedOut.class).limit()).isEqualTo(LIMIT);
        assertThat(launched()).containsExactly("silent");
    }

    @Test
    @Statement({"E-039", "L-010"})
    void an_extension_under_another_name_is_an_internal_one_and_the_launched_one_is_still_missing() {
        scene.deploy("probe.sh").initialize();
        ExtensionPeer peer = scene.extension("probe.sh");

        int status = peer.register("probe", new String[] {"INVOKE"}).status();
        scene.advance(LIMIT);

        assertThat(status).isEqualTo(200);
        assertThat(scene.count(InitializationTimedOut.class)).isEqualTo(1);
        assertThat(launched()).containsExactly("probe.sh");
    }

    @Test
    @Statement({"E-088", "L-013"})
    void a_registered_extension_that_never_asks_keeps_the_init_from_ending_and_the_event_from_the_runtime() {
        scene.deploy("quiet");
        scene.invoke("{}");
        scene.extension("quiet").register("INVOKE");
        scene.runtime().next();

        scene.advance(LIMIT.minusMillis(1));
        boolean initialized = scene.count(Initialized.class) > 0;
        int delivered = scene.count(Started.class);
        scene.advance(Duration.ofMillis(1));

        assertThat(initialized).isFalse();
        assertThat(delivered + scene.count(Started.class)).isZero();
        assertThat(scene.count(InitializationTimedOut.class)).isEqualTo(1);
    }

    @Test
    @Statement("E-088")
    void an_internal_extension_that_never_asks_keeps_the_init_from_ending_too() {
        scene.deploy().initialize();
        RuntimePeer runtime = scene.runtime();
        runtime.ask("POST", ExtensionPeer.REGISTER, "{\"events\":[]}", "Lambda-Extension-Name: inside");
        runtime.next();

        scene.advance(LIMIT);

        assertThat(scene.count(Initialized.class)).isZero();
        assertThat(scene.count(InitializationTimedOut.class)).isEqualTo(1);
    }

    @Test
    @Statement({"L-014", "E-089"})
    void even_an_extension_without_events_is_waited_for_until_it_asks() {
        scene.deploy("idle").initialize();
        ExtensionPeer peer = scene.extension("idle");
        String identifier = peer.register();
        scene.runtime().next();
        boolean initializedBefore = scene.count(Initialized.class) > 0;

        peer.next(identifier);

        scene.await(Idled.class);
        assertThat(initializedBefore).isFalse();
    }

    @Test
    @Statement({"L-015", "E-089"})
    void an_extension_may_ask_before_the_runtime_is_there_and_its_first_event_is_the_first_invocation() {
        scene.deploy("early", "late").initialize();
        ExtensionPeer early = scene.extension("early");
        Poll next = early.next(early.register("INVOKE"));
        List<String> launchedMeanwhile = launched();
        ExtensionPeer late = scene.extension("late");
        late.next(late.register());
        scene.runtime().next();
        scene.await(Idled.class);

        scene.invoke("{}");

        assertThat(launchedMeanwhile).doesNotContain("runtime");
        assertThat(next.reply().text()).startsWith("{\"eventType\":\"INVOKE\"");
    }

    @Test
    @Statement({"E-096", "L-012"})
    void internal_extensions_may_register_until_the_runtime_asks_for_the_first_time() {
        scene.deploy().initialize();
        RuntimePeer runtime = scene.runtime();

        int before = runtime.ask("POST", ExtensionPeer.REGISTER, "{}", "Lambda-Extension-Name: in-time")
                .status();
        runtime.next();
        Reply after = runtime.ask("POST", ExtensionPeer.REGISTER, "{}", "Lambda-Extension-Name: too-late");

        assertThat(before).isEqualTo(200);
        assertRefused(after, 403, "Extension.RegistrationClosed", "Extension registration closed already");
    }

    private List<String> launched() {
        return scene.lambda().journal().events(Launched.class).stream()
                .map(Launched::participant)
                .map(Participant::name)
                .toList();
    }

    private static String[] names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "extension-" + (char) ('a' + i))
                .toArray(String[]::new);
    }
}
