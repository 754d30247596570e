// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.event.Signal.SIGKILL;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRefused;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.wire.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExtensionLimitTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement("E-032")
    void beside_ten_external_extensions_there_is_no_room_for_an_internal_one() {
        scene.deploy(names(10)).initialize();
        for (String name : names(10)) {
            scene.extension(name).register();
        }
        RuntimePeer runtime = scene.runtime();

        for (int attempt = 0; attempt < 3; attempt++) {
            assertNoRoom(runtime.inside("inside").tryToRegister());
        }
    }

    @Test
    @Statement("E-032")
    void extensions_that_have_not_registered_yet_take_room() {
        scene.deploy(names(10)).initialize();

        assertNoRoom(scene.extension("a").register("inside", new String[0]));
    }

    @Test
    @Statement({"E-032", "E-033"})
    void at_the_limit_a_name_that_is_taken_is_refused_for_the_limit() {
        RuntimePeer runtime = scene.deploy().initialize().runtime();
        for (String name : names(10)) {
            assertRegistered(runtime.inside(name).tryToRegister("INVOKE"));
        }

        assertNoRoom(runtime.inside("k").tryToRegister("INVOKE"));
        assertNoRoom(runtime.inside("a").tryToRegister("INVOKE"));
    }

    @Test
    @Statement("L-007")
    void beside_nine_external_extensions_there_is_room_for_one() {
        scene.deploy(names(9)).initialize();
        for (String name : names(9)) {
            scene.extension(name).register();
        }
        RuntimePeer runtime = scene.runtime();

        assertRegistered(runtime.inside("first").tryToRegister("INVOKE"));
        assertNoRoom(runtime.inside("second").tryToRegister("INVOKE"));
    }

    @Test
    @Statement("E-034")
    void of_eleven_extensions_ten_are_launched_and_killed_and_the_init_fails() {
        scene.deploy(names(11)).initialize();

        InitializationFailed failed = scene.await(InitializationFailed.class);
        assertThat(failed.failure().errorType()).isEqualTo("Extension.LaunchError");
        for (String name : names(10)) {
            assertThat(scene.extension(name).seat().signals()).containsExactly(SIGKILL);
        }
        assertThat(scene.lambda().journal().events(Launched.class))
                .extracting(launched -> launched.participant().name())
                .containsExactly(names(10));
    }

    @Test
    @Statement("E-035")
    void ten_extensions_can_be_initialized_and_all_are_told_of_an_invocation() {
        String[] subscribing =
                Arrays.stream(names(10)).map(name -> name + ": INVOKE").toArray(String[]::new);
        Cast cast = Cast.of(scene.deploy(names(10)).initialize(), subscribing);

        String requestId = scene.invoke("{}").requestId();

        List<Reply> events =
                cast.extensions().stream().map(member -> member.next().reply()).toList();
        assertThat(events)
                .hasSize(10)
                .allSatisfy(event -> assertThat(event.text())
                        .startsWith("{\"eventType\":\"INVOKE\",")
                        .contains("\"requestId\":\"" + requestId + '"'));
        assertThat(scene.count(ToldToInvoke.class)).isEqualTo(10);
        assertThat(scene.count(Initialized.class)).isOne();
    }

    private static void assertNoRoom(Reply reply) {
        assertRefused(reply, 90, "Extension.TooManyExtensions", "Extension limit (10) reached");
    }

    private static String[] names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString('a' + i))
                .toArray(String[]::new);
    }
}
