// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionReplies.assertAccepted;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertIllegalMove;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertInvalidState;
import static io.lambdarium.simulator.statements.Replies.assertWrongMethod;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExtensionNextTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe");

    @Test
    @Statement("E-052")
    void a_poll_is_a_get_and_nothing_else() {
        ExtensionPeer probe = scene.initialize().extension("probe");
        String identifier = "Lambda-Extension-Identifier: " + probe.register("INVOKE");

        assertWrongMethod(probe.ask("POST", ExtensionPeer.NEXT, "{}", identifier), "GET");
        assertThat(probe.ask("HEAD", ExtensionPeer.NEXT, "", identifier).status())
                .isEqualTo(405);
    }

    @Test
    @Statement("E-053")
    void a_poll_waits_for_minutes_and_hears_nothing_meanwhile() throws IOException {
        Cast cast = Cast.of(scene.initialize(), "probe: INVOKE");

        scene.advance(Duration.ofSeconds(10));
        scene.advance(Duration.ofMinutes(9));
        int sentMeanwhile = cast.member().next().client().in().available();
        scene.invoke("{}");

        assertThat(sentMeanwhile).isZero();
        byte[] first = cast.member().next().client().in().readNBytes(13);
        assertThat(first).asString().isEqualTo("HTTP/1.1 200 ");
    }

    @Test
    @Statement("E-054")
    void a_second_poll_is_refused_and_the_first_gets_the_event() {
        Cast cast = Cast.of(scene.initialize(), "probe: INVOKE");

        assertRefused(cast, 200, "Ready to Ready");

        Invocation invocation = scene.invoke("{}");
        assertThat(cast.member().next().reply().text()).contains("\"requestId\":\"" + invocation.requestId() + '"');
    }

    @Test
    @Statement("E-055")
    void after_an_init_error_there_is_no_event() {
        ExtensionPeer probe = scene.initialize().extension("probe");
        String identifier = probe.register("INVOKE");

        assertAccepted(probe.report(ExtensionPeer.INIT_ERROR, identifier, "Extension.Foo"));

        Reply reply = probe.askNext("Lambda-Extension-Identifier: " + identifier);
        assertIllegalMove(reply, 204, "InitError to Ready", identifier);
    }

    @Test
    @Statement("E-056")
    void after_an_exit_error_there_is_no_event() {
        ExtensionPeer probe = scene.initialize().extension("probe");
        String identifier = probe.register("INVOKE");

        assertAccepted(probe.report(ExtensionPeer.EXIT_ERROR, identifier, "Extension.Foo"));

        Reply reply = probe.askNext("Lambda-Extension-Identifier: " + identifier);
        assertIllegalMove(reply, 204, "ExitError to Ready", identifier);
    }

    @Test
    @Statement("E-079")
    void a_poll_that_was_parked_during_an_exit_error_is_refused_when_it_is_released() {
        Cast cast = Cast.of(scene.initialize(), "probe: INVOKE");
        String identifier = cast.member().identifier();
        assertAccepted(cast.extension().report(ExtensionPeer.EXIT_ERROR, identifier, "Extension.Foo"));

        scene.invoke("{}");

        String message = "State transition from ExitError to Ready failed for extension " + identifier
                + ". Error: Concurrent state modification";
        assertInvalidState(cast.member().next().reply(), 202, message);
    }

    @Test
    @Statement("E-064")
    void an_extension_that_wants_shutdown_only_gets_it_with_its_very_first_poll() {
        Cast cast = Cast.of(scene.initialize(), "probe: SHUTDOWN");
        Poll next = cast.next();
        for (int i = 0; i < 3; i++) {
            Invocation invocation = scene.invoke("{}");
            next.reply();
            cast.runtime().respond(invocation.requestId(), "{}");
            next = cast.runtime().next();
            invocation.awaitReport();
        }

        Reply event = cast.shutDown().shutdownEvent();

        assertThat(event.text()).startsWith("{\"eventType\":\"SHUTDOWN\",");
    }

    private static void assertRefused(Cast cast, int bytes, String move) {
        String identifier = cast.member().identifier();
        Reply reply = cast.extension().askNext("Lambda-Extension-Identifier: " + identifier);
        assertIllegalMove(reply, bytes, move, identifier);
    }
}
