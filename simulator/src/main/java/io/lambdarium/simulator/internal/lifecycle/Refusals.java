// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer.Refused;

/** AWS's words for saying no, byte for byte. Source: runtime-invoke §1.2, extensions-telemetry §§1.3 to 1.6. */
public final class Refusals {

    private static final String ILLEGAL = "State transition is not allowed";

    private Refusals() {}

    static Refused invalidRequestId() {
        return new Refused(400, "InvalidRequestID", "Invalid request ID");
    }

    static Refused invalidResponseMode() {
        return new Refused(400, "InvalidFunctionResponseMode", "Invalid function response mode");
    }

    /** The body ended early, or cannot be made sense of. */
    public static Refused truncated() {
        return new Refused(400, "TruncatedHTTPRequest", "HTTP request detected as truncated");
    }

    static Refused tooLate() {
        return new Refused(410, "InvokeTimeout", "Invoke timeout");
    }

    /** The body is beyond {@link Limits#RESPONSE}. */
    public static Refused tooLarge() {
        return new Refused(
                413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size (" + Limits.RESPONSE + " bytes).");
    }

    static Refused runtime(RuntimeState from, String to) {
        return new Refused(403, "InvalidStateTransition", transition(from.wireName(), to, "runtime", ILLEGAL));
    }

    static Refused extension(ExtensionState from, String to, String who) {
        return extensionState(transition(from.wireName(), to, "extension " + who, ILLEGAL));
    }

    /** For a poll that was parked when its extension reported an exit error, and is released later (E-079). */
    static Refused extensionChangedMeanwhile(ExtensionState from, String to, String who) {
        return extensionState(transition(from.wireName(), to, "extension " + who, "Concurrent state modification"));
    }

    static Refused unknownExtension(String identifier) {
        return new Refused(403, "Extension.UnknownExtensionIdentifier", "Unknown extension " + identifier);
    }

    static Refused unknownReporter() {
        return new Refused(403, "Extension.UnknownExtensionIdentifier", "Unknown Lambda-Extension-Identifier");
    }

    static Refused invalidEvent(String event) {
        return new Refused(403, "Extension.InvalidEventType", event + ": ErrorInvalidEventType");
    }

    static Refused shutdownForInternal() {
        return new Refused(
                403, "Extension.InvalidEventType", "SHUTDOWN: ShutdownEventNotSupportedForInternalExtension");
    }

    static Refused registrationClosed() {
        return new Refused(403, "Extension.RegistrationClosed", "Extension registration closed already");
    }

    static Refused tooManyExtensions() {
        return new Refused(403, "Extension.TooManyExtensions", "Extension limit (" + Limits.EXTENSIONS + ") reached");
    }

    static Refused nameTaken() {
        return extensionState("Extension with this name already registered");
    }

    private static Refused extensionState(String message) {
        return new Refused(403, "Extension.InvalidExtensionState", message);
    }

    private static String transition(String from, String to, String who, String why) {
        return "State transition from " + from + " to " + to + " failed for " + who + ". Error: " + why;
    }
}
