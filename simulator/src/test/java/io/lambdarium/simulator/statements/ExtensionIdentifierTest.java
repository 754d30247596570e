// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionPeer.EXIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionPeer.INIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRefused;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.ExtensionEvent.ExitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.wire.Reply;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionIdentifierTest {

    private static final String NOBODY = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
    private static final String TYPE = "Lambda-Extension-Function-Error-Type: Extension.Foo";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    private final ExtensionPeer probe = scene.extension("probe");

    @Test
    @Statement("E-046")
    void a_poll_needs_an_identifier() {
        assertMissing(probe.askNext());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    @Statement("E-047")
    void an_empty_identifier_is_none(String identifier) {
        assertMissing(probe.askNext("Lambda-Extension-Identifier:" + identifier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "8476a536-e9f4-11e8-9739-2dfe598c3fc", "8476a536-e9f4-11e8-9739-2dfe598c3fcg"})
    @Statement("E-048")
    void an_identifier_is_a_uuid(String identifier) {
        assertInvalid(probe.askNext(header(identifier)));
    }

    @Test
    @Statement("E-049")
    void an_identifier_that_nobody_was_given_is_unknown() {
        probe.register("INVOKE");

        assertUnknown(probe.askNext(header(NOBODY)), NOBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8476A536-E9F4-11E8-9739-2DFE598C3FCD",
                "{8476a536-e9f4-11e8-9739-2dfe598c3fcd}",
                "8476a536e9f411e897392dfe598c3fcd"
            })
    @Statement("E-050")
    void an_unknown_identifier_is_shown_in_canonical_lower_case(String written) {
        assertUnknown(probe.askNext(header(written)), NOBODY);
    }

    @Test
    @Statement("E-050")
    void a_known_identifier_can_be_written_in_many_ways() {
        String identifier = probe.register("INVOKE");
        Poll braced = probe.next('{' + identifier + '}');
        RuntimePeer runtime = scene.runtime();
        runtime.next();

        scene.invoke("1");
        Reply event = braced.reply();

        assertThat(event.text()).startsWith("{\"eventType\":\"INVOKE\",");
        probe.next(identifier.replace("-", "").toUpperCase(Locale.ROOT));
        assertThat(scene.count(Answered.class)).as("registered, told").isEqualTo(3);
    }

    @Test
    @Statement("E-051")
    void an_identifier_from_before_a_reset_is_unknown() {
        String old = probe.register("INVOKE");
        probe.exits(1);
        scene.runtime().exits(0);
        scene.await(WasReset.class);
        scene.invoke("{}");
        ExtensionPeer again = scene.extension("probe");
        again.register("INVOKE");

        assertUnknown(again.askNext(header(old)), old);
    }

    @ParameterizedTest
    @ValueSource(strings = {INIT_ERROR, EXIT_ERROR})
    @Statement("E-069")
    void an_error_report_needs_an_identifier_too(String path) {
        assertMissing(probe.ask("POST", path, "{}", TYPE));
        assertMissing(probe.ask("POST", path, "{}", TYPE, "Lambda-Extension-Identifier:"));
        assertMissing(probe.ask("POST", path, "{}"));
        assertInvalid(probe.ask("POST", path, "{}", TYPE, header("nope")));
        assertInvalid(probe.ask("POST", path, "{}", header("nope")));
    }

    @ParameterizedTest
    @ValueSource(strings = {INIT_ERROR, EXIT_ERROR})
    @Statement("E-070")
    void an_error_report_needs_a_type_before_anybody_asks_who_reports(String path) {
        String identifier = probe.register("INVOKE");

        assertTypeMissing(probe.ask("POST", path, "{}", header(identifier)));
        assertTypeMissing(probe.ask("POST", path, "{}", header(NOBODY)));
        assertTypeMissing(probe.ask("POST", path, "{}", header(NOBODY), "Lambda-Extension-Function-Error-Type:"));
        assertThat(scene.count(InitErrorReported.class) + scene.count(ExitErrorReported.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {INIT_ERROR, EXIT_ERROR})
    @Statement("E-071")
    void an_error_report_of_nobody_is_refused_in_other_words(String path) {
        assertRefused(
                probe.ask("POST", path, "{}", header(NOBODY), TYPE),
                106,
                "Extension.UnknownExtensionIdentifier",
                "Unknown Lambda-Extension-Identifier");
    }

    private static void assertMissing(Reply reply) {
        String message = "Missing Lambda-Extension-Identifier header";
        assertRefused(reply, 113, "Extension.MissingExtensionIdentifier", message);
    }

    private static void assertInvalid(Reply reply) {
        assertRefused(reply, 106, "Extension.InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier");
    }

    private static void assertTypeMissing(Reply reply) {
        String message = "Lambda-Extension-Function-Error-Type not found";
        assertRefused(reply, 104, "Extension.MissingHeader", message);
    }

    private static String header(String identifier) {
        return "Lambda-Extension-Identifier: " + identifier;
    }
}
