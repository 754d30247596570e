// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionPeer.EXIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionPeer.INIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertAccepted;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertIllegalMove;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.ExtensionEvent.ExitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionErrorTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    @Test
    @Statement("E-072")
    void a_registered_extension_may_say_that_it_cannot_start() {
        ExtensionPeer probe = scene.extension("probe");
        String identifier = probe.register("INVOKE");

        assertAccepted(probe.report(INIT_ERROR, identifier, "Extension.Foo"));
    }

    @Test
    @Statement("E-073")
    void it_may_say_so_again_and_the_first_type_stays() {
        ExtensionPeer probe = scene.extension("probe");
        String identifier = probe.register("INVOKE");

        assertAccepted(probe.report(INIT_ERROR, identifier, "Extension.First"));
        assertAccepted(probe.report(INIT_ERROR, identifier, "Extension.Second"));

        assertThat(scene.lambda().journal().events(InitErrorReported.class))
                .extracting(InitErrorReported::errorType)
                .containsExactly("Extension.First");
    }

    @Test
    @Statement("E-074")
    void it_cannot_say_so_while_it_handles_an_event() {
        Cast cast = Cast.of(scene, "probe: INVOKE");
        scene.invoke("{}");
        cast.member().next().reply();
        String identifier = cast.member().identifier();

        Reply reply = cast.extension().report(INIT_ERROR, identifier, "Extension.Foo");

        assertIllegalMove(reply, 206, "Running to InitError", identifier);
        assertThat(scene.count(InitErrorReported.class)).isZero();
    }

    @Test
    @Statement("E-075")
    void it_cannot_say_so_after_an_exit_error() {
        ExtensionPeer probe = scene.extension("probe");
        String identifier = probe.register("INVOKE");
        assertAccepted(probe.report(EXIT_ERROR, identifier, "Extension.Foo"));

        Reply reply = probe.report(INIT_ERROR, identifier, "Extension.Foo");

        assertIllegalMove(reply, 208, "ExitError to InitError", identifier);
    }

    @Test
    @Statement({"E-076", "E-077"})
    void an_exit_error_is_accepted_when_registered_and_again() {
        ExtensionPeer probe = scene.extension("probe");
        String identifier = probe.register("INVOKE");

        assertAccepted(probe.report(EXIT_ERROR, identifier, "Extension.First"));
        assertAccepted(probe.report(EXIT_ERROR, identifier, "Extension.Second"));

        assertThatTheFirstIsReported();
    }

    @Test
    @Statement({"E-076", "E-077"})
    void an_exit_error_is_accepted_while_a_poll_is_parked_and_again() {
        Cast cast = Cast.of(scene, "probe: INVOKE");
        String identifier = cast.member().identifier();

        assertAccepted(cast.extension().report(EXIT_ERROR, identifier, "Extension.First"));
        assertAccepted(cast.extension().report(EXIT_ERROR, identifier, "Extension.Second"));

        assertThatTheFirstIsReported();
    }

    @Test
    @Statement({"E-076", "E-077"})
    void an_exit_error_is_accepted_while_an_event_is_handled_and_again() {
        Cast cast = Cast.of(scene, "probe: INVOKE");
        String identifier = cast.member().identifier();
        scene.invoke("{}");
        cast.member().next().reply();

        assertAccepted(cast.extension().report(EXIT_ERROR, identifier, "Extension.First"));
        assertAccepted(cast.extension().report(EXIT_ERROR, identifier, "Extension.Second"));

        assertThatTheFirstIsReported();
    }

    private void assertThatTheFirstIsReported() {
        assertThat(scene.lambda().journal().events(ExitErrorReported.class))
                .extracting(ExitErrorReported::errorType)
                .containsExactly("Extension.First");
    }

    @Test
    @Statement("E-078")
    void an_exit_error_after_an_init_error_is_refused_as_an_exit() {
        ExtensionPeer probe = scene.extension("probe");
        String identifier = probe.register("INVOKE");
        assertAccepted(probe.report(INIT_ERROR, identifier, "Extension.Foo"));

        Reply reply = probe.report(EXIT_ERROR, identifier, "Extension.Foo");

        assertIllegalMove(reply, 205, "InitError to Exited", identifier);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                INIT_ERROR + "|``", INIT_ERROR + "|{}", INIT_ERROR + "|`{\"errorType\": garbage `",
                EXIT_ERROR + "|``", EXIT_ERROR + "|{}", EXIT_ERROR + "|`{\"errorType\": garbage `"
            })
    @Statement("E-085")
    void nobody_looks_at_the_body(String path, String body) {
        ExtensionPeer probe = scene.extension("probe");
        String identifier = "Lambda-Extension-Identifier: " + probe.register("INVOKE");
        String errorType = "Lambda-Extension-Function-Error-Type: Extension.Foo";

        assertAccepted(probe.ask("POST", path, body, identifier, errorType));
    }

    @Test
    @Statement("E-085")
    void nobody_waits_for_the_body() {
        ExtensionPeer probe = scene.extension("probe");
        String identifier = "Lambda-Extension-Identifier: " + probe.register("INVOKE");
        String type = "Lambda-Extension-Function-Error-Type: Extension.Foo";
        String head = RawClient.head("POST", INIT_ERROR, identifier, type, "Content-Length: 99999999999");
        try (RawClient client = probe.connect()) {
            assertAccepted(client.send(head + "\r\n{").receive());
        }

        assertThat(scene.await(InitErrorReported.class).errorType()).isEqualTo("Extension.Foo");
    }
}
