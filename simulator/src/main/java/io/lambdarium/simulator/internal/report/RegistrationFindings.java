// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.quoted;
import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.who;

import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.Endpoint;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an extension could not register, or was not recognized afterwards. */
final class RegistrationFindings {

    private static final String UNKNOWN_EVENT = ": ErrorInvalidEventType";

    private RegistrationFindings() {}

    static Stream<String> malformed(Generation generation) {
        return generation
                .refused("InvalidRequestFormat")
                .filter(call -> call.endpoint() == Endpoint.EXTENSION_REGISTER)
                .map(call -> say(
                        "A registration was refused because its body is not what Lambda expects: %s. Send "
                                + "{\"events\": [\"INVOKE\", \"SHUTDOWN\"]}, or fewer events.",
                        Untrusted.text(message(call))));
    }

    static Stream<String> withoutName(Generation generation) {
        return generation
                .refused("Extension.InvalidExtensionName")
                .map(call -> "A registration was refused because it gives no name. Send the name of the file in "
                        + "/opt/extensions in the header Lambda-Extension-Name.");
    }

    static Stream<String> forUnknownEvent(Generation generation) {
        return generation
                .refused("Extension.InvalidEventType")
                .filter(call -> message(call).endsWith(UNKNOWN_EVENT))
                .map(call -> say(
                        "%s asked for the event %s, which does not exist. Ask for INVOKE and SHUTDOWN, in upper case.",
                        who(call.caller()), quoted(message(call).replace(UNKNOWN_EVENT, ""))));
    }

    static Stream<String> forShutdownAsInternal(Generation generation) {
        String launched =
                generation.launchedExtensions().map(who -> quoted(who.name())).collect(Collectors.joining(", "));
        return generation
                .refused("Extension.InvalidEventType")
                .filter(call -> message(call).contains("ShutdownEventNotSupportedForInternalExtension"))
                .map(call -> say(
                        "%s asked for SHUTDOWN and was refused, since only launched extensions can, and %s. Register "
                                + "under the name of a launched one, or without SHUTDOWN.",
                        who(call.caller()),
                        launched.isEmpty() ? "none was launched" : "the launched ones are " + launched));
    }

    static Stream<String> tooLate(Generation generation) {
        return generation
                .refused("Extension.RegistrationClosed")
                .map(call -> say(
                        "%s registered too late: registration closes when the runtime asks for its first event. Register "
                                + "before that.",
                        who(call.caller())));
    }

    static Stream<String> twice(Generation generation) {
        return generation
                .refused("Extension.InvalidExtensionState")
                .filter(call -> call.endpoint() == Endpoint.EXTENSION_REGISTER)
                .map(call -> say(
                        "%s registered again, and was refused. Register once, and keep the identifier from the answer.",
                        who(call.caller())));
    }

    static Stream<String> withoutIdentifier(Generation generation) {
        return Stream.of(
                        "Extension.MissingExtensionIdentifier",
                        "Extension.InvalidExtensionIdentifier",
                        "Extension.UnknownExtensionIdentifier")
                .flatMap(generation::refused)
                .map(call -> say(
                        "A call to %s was refused because it does not say which extension calls: %s. Send the "
                                + "Lambda-Extension-Identifier that the answer to the registration has in its header.",
                        Sentence.path(call.endpoint()), Untrusted.text(message(call))));
    }

    static Stream<String> askedTwiceAtOnce(Generation generation) {
        return generation
                .refused("Extension.InvalidExtensionState")
                .filter(call -> call.endpoint() == Endpoint.EXTENSION_NEXT)
                .filter(call -> message(call).contains("from Ready"))
                .map(call -> say(
                        "%s asked for an event while an earlier call of it still waited for one, and was refused. Ask "
                                + "once, wait without a time limit, and ask again after the answer.",
                        who(call.caller())));
    }

    private static String message(HttpCall call) {
        return call.refusal().map(Refused::errorMessage).orElse("");
    }
}
