// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How an initialization begins: with the launch of all external extensions. Source: lifecycle §1.1. */
final class Birth {

    private static final Failure TOO_MANY = new Failure("Extension.LaunchError", "too many extensions");

    private Birth() {}

    static Transition of(Setting setting, Identities identities, boolean ahead, Instant now) {
        Occasion occasion = Occasion.first(setting, ahead, now);
        Started started = new Started(ahead, identities.logStream(setting.functionVersion(), now));
        return generation(setting, Crew.none(identities.next()), occasion, now).after(started);
    }

    static Transition generation(Setting setting, Crew previous, Occasion occasion, Instant now) {
        Crew crew = previous.launch(members(setting.extensions()));
        List<Event> events = new ArrayList<>();
        events.add(new InitializationStarted(occasion.phase(), occasion.deadline()));
        for (ExtensionMember member : crew.extensions()) {
            events.add(new Launched(member.who(), crew.generation()));
        }
        Registering registering = new Registering(setting, crew, occasion);
        Transition next = setting.extensions().size() > Limits.EXTENSIONS
                ? FailedInit.because(registering, occasion, TOO_MANY, now)
                : registering.settle(now);
        return next.after(events);
    }

    private static List<ExtensionMember> members(List<String> names) {
        List<ExtensionMember> members = new ArrayList<>();
        for (String name : names.subList(0, Math.min(names.size(), Limits.EXTENSIONS))) {
            members.add(ExtensionMember.launched(Participant.extension(name)));
        }
        return List.copyOf(members);
    }
}
