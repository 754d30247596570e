// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/**
 * An event with hands: it is recorded first and then carried out.
 *
 * <p>These six are the only ways in which the simulator acts on a participant. What became of a decision is another
 * event: an answer is {@linkplain CallEvent.Delivered delivered} or its {@linkplain CallEvent.CallerGone caller gone}, a
 * process {@linkplain ProcessEvent.Exited exits}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Decision extends Event
        permits CallEvent.Answered,
                CallEvent.Abandoned,
                ProcessEvent.Launched,
                ProcessEvent.Signalled,
                EnvironmentEvent.CameToRest,
                EnvironmentEvent.Thawed {}
