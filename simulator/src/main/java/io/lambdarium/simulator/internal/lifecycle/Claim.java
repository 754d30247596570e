// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Participant;

/**
 * Who a call comes from by its own account: that of its headers or, without any, of its path.
 *
 * @param identifier of an extension that has registered; else empty
 * @param name of an extension that is about to; else empty
 * @param ofRuntime whether only a runtime has business there
 */
public record Claim(String identifier, String name, boolean ofRuntime) {

    /** It says nothing. */
    public static final Claim NONE = new Claim("", "", false);

    Participant in(Crew crew) {
        if (!identifier.isEmpty()) {
            return crew.identified(identifier).map(ExtensionMember::who).orElse(Participant.STRANGER);
        }
        if (!name.isEmpty()) {
            return crew.external(name).map(ExtensionMember::who).orElse(Participant.internalExtension(name));
        }
        return ofRuntime ? Participant.RUNTIME : Participant.STRANGER;
    }
}
