// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.Participant.Role;
import io.lambdarium.simulator.event.Subscription;
import java.util.Optional;
import java.util.Set;

/**
 * An extension of a crew.
 *
 * @param who external or internal, and its name
 * @param identifier what it sends with its calls; empty before it has registered
 * @param subscriptions the events that it asked for
 * @param state where it stands
 * @param parked its call for the next event, if one waits
 * @param told whether it was told to shut down
 */
record ExtensionMember(
        Participant who,
        String identifier,
        Set<Subscription> subscriptions,
        ExtensionState state,
        Optional<CallId> parked,
        boolean told) {

    static ExtensionMember launched(Participant who) {
        return new ExtensionMember(who, "", Set.of(), ExtensionState.STARTED, Optional.empty(), false);
    }

    ExtensionMember registered(String newIdentifier, Set<Subscription> wanted) {
        return new ExtensionMember(who, newIdentifier, wanted, ExtensionState.REGISTERED, parked, told);
    }

    ExtensionMember in(ExtensionState other) {
        return new ExtensionMember(who, identifier, subscriptions, other, parked, told);
    }

    ExtensionMember park(CallId call) {
        return new ExtensionMember(who, identifier, subscriptions, ExtensionState.READY, Optional.of(call), told);
    }

    ExtensionMember unparked() {
        return new ExtensionMember(who, identifier, subscriptions, state, Optional.empty(), told);
    }

    ExtensionMember toldToShutDown() {
        return new ExtensionMember(who, identifier, subscriptions, ExtensionState.RUNNING, Optional.empty(), true);
    }

    boolean isExternal() {
        return who.role() == Role.EXTERNAL_EXTENSION;
    }

    boolean wants(Subscription subscription) {
        return subscriptions.contains(subscription);
    }

    /** Whether an initialization need not wait for it any more: it asked for its first event. */
    boolean hasAsked() {
        return state == ExtensionState.READY || (state == ExtensionState.EXIT_ERROR && parked.isPresent());
    }
}
