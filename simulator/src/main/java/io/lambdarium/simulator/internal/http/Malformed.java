// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.event.Answer.Refused;

/** AWS's words for requests that no environment needs to see. Source: runtime-invoke §1.2, extensions-telemetry §§1.3 to 1.6. */
final class Malformed {

    private Malformed() {}

    static Refused emptyName() {
        return new Refused(403, "Extension.InvalidExtensionName", "Empty extension name");
    }

    static Refused missingIdentifier() {
        return new Refused(403, "Extension.MissingExtensionIdentifier", "Missing Lambda-Extension-Identifier header");
    }

    static Refused invalidIdentifier() {
        return new Refused(403, "Extension.InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier");
    }

    static Refused missingErrorType() {
        return new Refused(403, "Extension.MissingHeader", "Lambda-Extension-Function-Error-Type not found");
    }

    static Refused body(String words) {
        return new Refused(403, "InvalidRequestFormat", words);
    }
}
