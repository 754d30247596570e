// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How an invocation is cut short: by its deadline, or by the end of a process. Source: lifecycle §§2.3 and 2.4. */
final class Interruption {

    private Interruption() {}

    /**
     * The caller is told only if it has no result yet; the environment is reset in either case. Nobody has it longer than until
     * the deadline, however late we wake. Source: lifecycle §2.3.
     */
    static Transition byTime(Invoking phase, Instant now) {
        String requestId = phase.delivery().requestId();
        List<Event> events = new ArrayList<>();
        Crew crew = phase.crew();
        if (!phase.progress().answered()) {
            events.add(new TimedOut(requestId, phase.setting().timeout()));
            crew = crew.with(crew.late().with(requestId));
        }
        Instant end = phase.delivery().deadline();
        events.addAll(runtimeIsCutOff(phase, Status.TIMEOUT, end));
        Completed report = report(phase.delivery(), Status.TIMEOUT, "Sandbox.Timedout", end);
        return reset(phase.with(crew), ShutdownReason.TIMEOUT, report, now).after(events);
    }

    static Transition byExit(Invoking phase, Departure departure, Instant now) {
        Failure failure = departure.failure(phase.crew());
        Turn turn = Departures.exit(phase.crew(), departure).and(new Broke(departure.participant(), failure));
        List<Event> events = new ArrayList<>(turn.events());
        if (!phase.progress().answered()) {
            events.add(new Failed(phase.delivery().requestId(), failure));
        }
        events.addAll(runtimeIsCutOff(phase, Status.ERROR, now));
        Completed report = report(phase.delivery(), Status.ERROR, failure.errorType(), now);
        return reset(phase.with(turn.crew()), ShutdownReason.FAILURE, report, now)
                .after(events);
    }

    /** The connection of an answer that is on its way is closed. Source: runtime-invoke §2.4. */
    private static List<Event> runtimeIsCutOff(Invoking phase, Status status, Instant end) {
        List<Event> events = new ArrayList<>();
        phase.progress().responding().ifPresent(call -> events.add(new Abandoned(call)));
        if (!phase.progress().runtimeDone()) {
            Delivery delivery = phase.delivery();
            events.add(new RuntimeDone(delivery.requestId(), status, delivery.took(end)));
        }
        return events;
    }

    private static Completed report(Delivery delivery, Status status, String errorType, Instant end) {
        return new Completed(delivery.requestId(), status, errorType, delivery.duration(end), delivery.init());
    }

    private static Transition reset(Invoking phase, ShutdownReason reason, Completed report, Instant now) {
        Farewell farewell = Farewell.of(reason, !phase.delivery().last(), List.of(report));
        return StoppingRuntime.begin(phase.setting(), phase.crew(), farewell, now);
    }
}
