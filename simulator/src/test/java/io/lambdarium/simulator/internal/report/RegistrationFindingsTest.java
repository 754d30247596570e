// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Endpoint.EXTENSION_REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer.Refused;
import org.junit.jupiter.api.Test;

class RegistrationFindingsTest {

    @Test
    void a_registration_is_not_json() {
        Story story = Story.with("flusher");

        story.isSettled(
                EXTENSION_REGISTER, new Refused(403, "InvalidRequestFormat", "unexpected end of JSON input"), "");

        assertThat(story.findings())
                .containsExactly(
                        "A registration was refused because its body is not what Lambda expects: unexpected end of "
                                + "JSON input. Send {\"events\": [\"INVOKE\", \"SHUTDOWN\"]}, or fewer events.");
    }

    @Test
    void a_registration_gives_no_name() {
        Story story = Story.with("flusher");

        story.isSettled(
                EXTENSION_REGISTER, new Refused(403, "Extension.InvalidExtensionName", "Empty extension name"), "");

        assertThat(story.findings())
                .containsExactly("A registration was refused because it gives no name. Send the name of the file in "
                        + "/opt/extensions in the header Lambda-Extension-Name.");
    }

    @Test
    void an_extension_asked_for_an_event_that_does_not_exist() {
        Story story = Story.with("flusher");

        story.registers("flusher", "invoke");

        assertThat(story.findings())
                .containsExactly("Extension \"flusher\" asked for the event \"invoke\", which does not exist. Ask for "
                        + "INVOKE and SHUTDOWN, in upper case.");
    }

    @Test
    void an_internal_extension_asked_for_shutdown() {
        Story story = Story.with("flusher").registers("flusher").asks("flusher");

        story.registers("Flusher", "SHUTDOWN").asks();

        assertThat(story.findings())
                .containsExactly(
                        "Internal extension \"Flusher\" asked for SHUTDOWN and was refused, since only launched "
                                + "extensions can, and the launched ones are \"flusher\". Register under the name of a "
                                + "launched one, or without SHUTDOWN.");
    }

    @Test
    void an_internal_extension_asked_for_shutdown_where_none_was_launched() {
        Story story = Story.with();

        story.registers("agent", "SHUTDOWN").asks();

        assertThat(story.findings())
                .containsExactly("Internal extension \"agent\" asked for SHUTDOWN and was refused, since only launched "
                        + "extensions can, and none was launched. Register under the name of a launched one, or "
                        + "without SHUTDOWN.");
    }

    @Test
    void an_extension_registered_too_late() {
        Story story = Story.with().asks();

        story.registers("agent", "INVOKE");

        assertThat(story.findings())
                .containsExactly(
                        "Internal extension \"agent\" registered too late: registration closes when the runtime "
                                + "asks for its first event. Register before that.");
    }

    @Test
    void an_extension_registered_twice() {
        Story story = Story.with("flusher").registers("flusher");

        story.registers("flusher").asks("flusher").asks();

        assertThat(story.findings())
                .containsExactly("Extension \"flusher\" registered again, and was refused. Register once, and keep the "
                        + "identifier from the answer.");
    }

    @Test
    void an_extension_sent_no_known_identifier() {
        Story story = Story.with("flusher").registers("flusher");

        story.asks("who-is-that").asks("flusher").asks();

        assertThat(story.findings())
                .containsExactly(
                        "A call to GET /2020-01-01/extension/event/next was refused because it does not say which "
                                + "extension calls: Unknown extension who-is-that. Send the Lambda-Extension-Identifier that "
                                + "the answer to the registration has in its header.");
    }

    @Test
    void an_extension_asked_twice_at_once() {
        Story story = Story.with("flusher").registers("flusher").asks("flusher");

        story.asks("flusher").asks();

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" asked for an event while an earlier call of it still waited for "
                                + "one, and was refused. Ask once, wait without a time limit, and ask again after the answer.");
    }
}
