// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/**
 * Something that was observed or decided, as it stands in the journal.
 *
 * <p>Events are named in the past tense. An event that is also carried out is a {@link Decision}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Event
        permits Decision, CallEvent, EnvironmentEvent, ExtensionEvent, FaultEvent, InvocationEvent, ProcessEvent {}
